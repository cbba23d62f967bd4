import type { Account } from "../account/account";
import type { PolicyStatement } from "../account/policyDocument";
import type { SecretReference } from "../bakeline/step";
import { hostMetricNamespace } from "../bootstrap/cloudWatchAgent";
import { metricNamespace } from "../bootstrap/shell/report";

export interface BootGrantsArgs {
  readonly account: Account;
  readonly stack: string;
  readonly workload: string;
  readonly bucketArn: string;
  readonly logGroupName: string;
  readonly secrets: readonly SecretReference[];
  /** Undefined for instances behind no load balancer. */
  readonly targetGroupArn: string | undefined;
}

/** What an instance does to itself and for itself while it boots, runs and leaves: each on what is its own. */
export function planBootGrants(args: BootGrantsArgs): PolicyStatement[] {
  const { account, stack, workload, bucketArn, logGroupName, targetGroupArn } = args;
  const arn = (service: string, resource: string) =>
    `arn:${account.partition}:${service}:${account.region}:${account.id}:${resource}`;
  return [
    {
      Sid: "FetchOwnObjects",
      Effect: "Allow",
      Action: "s3:GetObject",
      // All its revisions, so that a template that is rolled back to still boots.
      Resource: `${bucketArn}/${workload}/*`,
    },
    {
      Sid: "WriteOwnLogs",
      Effect: "Allow",
      Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
      Resource: arn("logs", `log-group:${logGroupName}:log-stream:*`),
    },
    {
      // CloudWatch has no resources for metrics, only the namespace to hold on to.
      Sid: "PutOwnMetrics",
      Effect: "Allow",
      Action: "cloudwatch:PutMetricData",
      Resource: "*",
      Condition: { StringEquals: { "cloudwatch:namespace": [metricNamespace, hostMetricNamespace] } },
    },
    {
      Sid: "CompleteOwnLaunch",
      Effect: "Allow",
      Action: "autoscaling:CompleteLifecycleAction",
      // The group's name ends in random digits, and the group comes after the role that its instances need.
      Resource: arn("autoscaling", `autoScalingGroup:*:autoScalingGroupName/${workload}-*`),
      Condition: {
        StringEquals: { "aws:ResourceTag/bakeline:stack": stack, "aws:ResourceTag/workload": workload },
      },
    },
    ...(targetGroupArn === undefined
      ? []
      : [
          {
            Sid: "LeaveOwnTargetGroup",
            Effect: "Allow" as const,
            Action: "elasticloadbalancing:DeregisterTargets",
            Resource: targetGroupArn,
          },
        ]),
    ...planSecretGrants(args.secrets, arn),
  ];
}

/**
 * The secrets of the workload's own steps, and the keys that Parameter Store and Secrets Manager decrypt them with, when
 * these services ask and for these secrets only. The keys' own policies still have to agree.
 */
function planSecretGrants(
  secrets: readonly SecretReference[],
  arn: (service: string, resource: string) => string,
): PolicyStatement[] {
  const parameters = secrets.flatMap((it) =>
    it.kind === "parameterStore" ? [arn("ssm", `parameter${it.name}`)] : [],
  );
  const managed = secrets.flatMap((it) =>
    it.kind === "secretsManager" ? [secretArn(it.secretId, arn)] : [],
  );
  return [
    ...grantSecrets("Parameters", "ssm", "ssm:GetParameter", "PARAMETER_ARN", parameters, arn),
    ...grantSecrets("Secrets", "secretsmanager", "secretsmanager:GetSecretValue", "SecretARN", managed, arn),
  ];
}

function grantSecrets(
  what: "Parameters" | "Secrets",
  service: "ssm" | "secretsmanager",
  action: string,
  context: string,
  resources: readonly string[],
  arn: (service: string, resource: string) => string,
): PolicyStatement[] {
  if (resources.length === 0) return [];
  return [
    { Sid: `ReadOwn${what}`, Effect: "Allow", Action: action, Resource: resources },
    {
      Sid: `DecryptOwn${what}`,
      Effect: "Allow",
      Action: "kms:Decrypt",
      Resource: arn("kms", "key/*"),
      Condition: {
        StringLike: {
          "kms:ViaService": `${service}.*`,
          [`kms:EncryptionContext:${context}`]: resources,
        },
      },
    },
  ];
}

/** Secrets Manager appends a hyphen and six characters of its own to a name. */
function secretArn(secretId: string, arn: (service: string, resource: string) => string): string {
  return secretId.startsWith("arn:") ? secretId : arn("secretsmanager", `secret:${secretId}-??????`);
}
