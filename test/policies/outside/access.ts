import { about, type Declaration } from "./declaration";

const actions = about("wildcard-actions", "aws:iam/policy:Policy");
const roleActions = about("wildcard-actions", "aws:iam/rolePolicy:RolePolicy");
const userActions = about("wildcard-actions", "aws:iam/userPolicy:UserPolicy");
const groupActions = about("wildcard-actions", "aws:iam/groupPolicy:GroupPolicy");
const inline = about("wildcard-actions", "aws:iam/role:Role");
const resources = about("wildcard-resources", "aws:iam/policy:Policy");
const roleResources = about("wildcard-resources", "aws:iam/rolePolicy:RolePolicy");
const trust = about("open-trust", "aws:iam/role:Role");
const attached = about("administrator", "aws:iam/rolePolicyAttachment:RolePolicyAttachment");
const managed = about("administrator", "aws:iam/role:Role");
const keyed = about("key-pair", "aws:ec2/instance:Instance");
const keyedTemplate = about("key-pair", "aws:ec2/launchTemplate:LaunchTemplate");
const keyedConfiguration = about("key-pair", "aws:ec2/launchConfiguration:LaunchConfiguration");
const keyedNodes = about("key-pair", "aws:eks/nodeGroup:NodeGroup");
const keyPair = about("key-pair", "aws:ec2/keyPair:KeyPair");
const sharing = about("ami-sharing", "aws:ec2/amiLaunchPermission:AmiLaunchPermission");

const document = (...Statement: object[]) => ({ Version: "2012-10-17", Statement });
const allow = (Action: unknown, Resource: unknown = "arn:aws:s3:::logs/*") => ({
  Effect: "Allow",
  Action,
  Resource,
});
const text = (...statements: object[]) => JSON.stringify(document(...statements));
const assume = (Principal: unknown, rest: object = {}) => ({
  assumeRolePolicy: JSON.stringify(
    document({ Effect: "Allow", Principal, Action: "sts:AssumeRole", ...rest }),
  ),
});
const ec2 = assume({ Service: "ec2.amazonaws.com" });
const github = (Condition: object) =>
  assume(
    { Federated: "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" },
    { Action: "sts:AssumeRoleWithWebIdentity", Condition },
  );
const machine = { ami: "ami-0123456789abcdef0", instanceType: "t3.micro" };
const nodes = {
  clusterName: "main",
  nodeRoleArn: "arn:aws:iam::111122223333:role/nodes",
  subnetIds: ["subnet-1", "subnet-2"],
  scalingConfig: { minSize: 1, maxSize: 2, desiredSize: 1 },
};

export const access: readonly Declaration[] = [
  actions.bad({ policy: text(allow("*", "*")) }),
  actions.bad({ policy: document(allow(["*"])) }),
  actions.bad({ policy: text(allow("s3:*")) }),
  actions.bad({ policy: text(allow(["s3:GetObject", "ec2:*"])) }),
  actions.bad({ policy: JSON.stringify({ Version: "2012-10-17", Statement: allow("iam:*", "*") }) }),
  actions.bad({ policy: text({ Effect: "Allow", NotAction: "iam:*", Resource: "*" }) }),
  actions.bad({ policy: text(allow("*:*", "*")) }),
  actions.ok({ policy: text(allow("s3:GetObject")) }),
  actions.ok({ policy: document(allow(["s3:GetObject", "s3:PutObject"])) }),
  actions.ok({ policy: text({ Effect: "Deny", Action: "*", Resource: "*" }) }),
  actions.ok({ policy: text({ Effect: "Deny", NotAction: ["sts:*"], Resource: "*" }) }),
  actions.ok({ policy: text(allow("ec2:Describe*", "*")) }),
  roleActions.bad({
    role: "web",
    policy: text(allow("dynamodb:*", "arn:aws:dynamodb:eu-west-1:111122223333:table/t")),
  }),
  roleActions.ok({
    role: "web",
    policy: text(allow("dynamodb:GetItem", "arn:aws:dynamodb:eu-west-1:111122223333:table/t")),
  }),
  userActions.bad({ user: "ci", policy: text(allow("*", "*")) }),
  groupActions.bad({ group: "ops", policy: text(allow("ec2:*", "*")) }),
  inline.bad({ ...ec2, inlinePolicies: [{ name: "all", policy: text(allow("s3:*")) }] }),
  inline.ok({ ...ec2, inlinePolicies: [{ name: "one", policy: text(allow("s3:GetObject")) }] }),
  inline.ok(ec2),
  resources.bad({ policy: text(allow("s3:GetObject", "*")) }),
  resources.bad({ policy: text(allow("s3:PutObject", ["*"])) }),
  resources.bad({ policy: document(allow(["iam:PassRole"], "*")) }),
  resources.bad({ policy: text(allow("secretsmanager:GetSecretValue", "*")) }),
  resources.bad({ policy: text(allow("dynamodb:PutItem", "*")) }),
  resources.bad({ policy: text(allow("s3:GetObject", "arn:aws:s3:::*")) }),
  resources.bad({
    policy: text({ Effect: "Allow", Action: "s3:GetObject", NotResource: "arn:aws:s3:::secret/*" }),
  }),
  resources.ok({ policy: text(allow("s3:GetObject", "arn:aws:s3:::logs/*")) }),
  resources.ok({ policy: text(allow("s3:GetObject", "arn:aws-us-gov:s3:::logs/*")) }),
  resources.ok({ policy: text(allow(["ec2:DescribeInstances", "ec2:DescribeTags"], "*")) }),
  resources.ok({ policy: text(allow("sts:GetCallerIdentity", "*")) }),
  resources.ok({ policy: text(allow("ecr:GetAuthorizationToken", "*")) }),
  resources.ok({ policy: text(allow("s3:ListAllMyBuckets", "*")) }),
  resources.ok({ policy: text({ Effect: "Deny", Action: "s3:DeleteBucket", Resource: "*" }) }),
  roleResources.bad({ role: "web", policy: text(allow("kms:Decrypt", "*")) }),
  roleResources.ok({
    role: "web",
    policy: text({
      ...allow("cloudwatch:PutMetricData", "*"),
      Condition: { StringEquals: { "cloudwatch:namespace": "web" } },
    }),
  }),

  trust.ok(ec2),
  trust.ok(assume({ Service: ["ec2.amazonaws.com", "ssm.amazonaws.com"] })),
  trust.ok(assume({ Service: "ec2.amazonaws.com.cn" })),
  trust.ok(assume({ AWS: "arn:aws:iam::111122223333:root" })),
  trust.ok(assume({ AWS: "111122223333" })),
  trust.ok(assume({ AWS: ["arn:aws-us-gov:iam::111122223333:role/deploy"] })),
  trust.bad(assume("*")),
  trust.bad(assume({ AWS: "*" })),
  trust.bad(assume({ AWS: ["arn:aws:iam::111122223333:root", "*"] })),
  trust.bad({
    assumeRolePolicy: document({ Effect: "Allow", Principal: { AWS: "*" }, Action: ["sts:AssumeRole"] }),
  }),
  trust.ok(assume({ AWS: "*" }, { Condition: { StringEquals: { "aws:PrincipalOrgID": "o-exampleorgid" } } })),
  trust.bad(assume({ AWS: "*" }, { Condition: { StringLike: { "aws:PrincipalArn": "*" } } })),
  trust.bad(github({ StringEquals: { "token.actions.githubusercontent.com:aud": "sts.amazonaws.com" } })),
  trust.bad(github({ StringLike: { "token.actions.githubusercontent.com:sub": "*" } })),
  trust.ok(
    github({
      StringEquals: {
        "token.actions.githubusercontent.com:aud": "sts.amazonaws.com",
        "token.actions.githubusercontent.com:sub": "repo:acme/web:ref:refs/heads/main",
      },
    }),
  ),
  attached.bad({ role: "web", policyArn: "arn:aws:iam::aws:policy/AdministratorAccess" }),
  attached.bad({ role: "web", policyArn: "arn:aws-cn:iam::aws:policy/AdministratorAccess" }),
  attached.ok({ role: "web", policyArn: "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore" }),
  managed.bad({ ...ec2, managedPolicyArns: ["arn:aws-us-gov:iam::aws:policy/AdministratorAccess"] }),
  managed.ok({ ...ec2, managedPolicyArns: ["arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy"] }),

  keyed.bad({ ...machine, keyName: "ops" }),
  keyed.ok(machine),
  keyedTemplate.bad({ keyName: "ops" }),
  keyedTemplate.ok({ imageId: "ami-0123456789abcdef0" }),
  keyedConfiguration.bad({ imageId: "ami-1", instanceType: "t3.micro", keyName: "ops" }),
  keyedNodes.bad({ ...nodes, remoteAccess: { ec2SshKey: "ops" } }),
  keyedNodes.ok(nodes),
  keyPair.bad({ keyName: "ops", publicKey: "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIE ops" }),
  sharing.bad({ imageId: "ami-0123456789abcdef0", group: "all" }),
];
