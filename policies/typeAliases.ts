/**
 * Other tokens of the same type, each with the token by which rules know it. Programs in YAML and of older SDKs
 * still use them, and the engine passes on what it was given. From the SDK: a module that re-exports a class
 * under a name of its own, and `aliasOpts` of a class (7.48.0). A test looks for others.
 */
const presentNames: Readonly<Record<string, string>> = {
  ...renamed("alb", "lb", loadBalancing()),
  ...renamed("applicationloadbalancing", "lb", loadBalancing()),
  ...renamed("elasticloadbalancingv2", "lb", loadBalancing()),
  ...renamed("elasticloadbalancing", "elb", [
    "loadBalancer:LoadBalancer",
    "sslNegotiationPolicy:SslNegotiationPolicy",
  ]),
  "aws:s3/BucketObject:BucketObject": "aws:s3/bucketObjectv2:BucketObjectv2",
  "aws:s3/bucketV2:BucketV2": "aws:s3/bucket:Bucket",
  ...Object.fromEntries(
    ["Acl", "Logging", "ServerSideEncryptionConfiguration", "Versioning", "LifecycleConfiguration"].map(
      (part) => [`aws:s3/bucket${part}V2:Bucket${part}V2`, `aws:s3/bucket${part}:Bucket${part}`],
    ),
  ),
};

function loadBalancing(): readonly string[] {
  return [
    "loadBalancer:LoadBalancer",
    "listener:Listener",
    "listenerRule:ListenerRule",
    "targetGroup:TargetGroup",
  ];
}

function renamed(from: string, to: string, members: readonly string[]): Record<string, string> {
  return Object.fromEntries(members.map((member) => [`aws:${from}/${member}`, `aws:${to}/${member}`]));
}

/** The token by which rules know a type. */
export function presentName(type: string): string {
  return presentNames[type] ?? type;
}

/** Every token that stands for a type, the present one first. */
export function allNames(type: string): readonly string[] {
  const older = Object.entries(presentNames).flatMap(([name, present]) => (present === type ? [name] : []));
  return [type, ...older];
}
