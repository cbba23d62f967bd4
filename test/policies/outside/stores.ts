import { about, type Declaration } from "./declaration";

const topicOf = about("sns-encrypted", "aws:sns/topic:Topic");
const queue = about("sqs-encrypted", "aws:sqs/queue:Queue");
const stream = about("kinesis-encrypted", "aws:kinesis/stream:Stream");
const firehose = about("firehose-encrypted", "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream");
const trail = about("trail-encrypted", "aws:cloudtrail/trail:Trail");
const parameter = about("parameter-secure", "aws:ssm/parameter:Parameter");
const logKey = about("customer-key", "aws:cloudwatch/logGroup:LogGroup");
const secretKey = about("customer-key", "aws:secretsmanager/secret:Secret");
const vaultKey = about("customer-key", "aws:backup/vault:Vault");
const lambdaKey = about("customer-key", "aws:lambda/function:Function");
const fsxKey = about("customer-key", "aws:fsx/lustreFileSystem:LustreFileSystem");
const s3 = about(
  "s3-encrypted",
  "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
);
const bucket = about("s3-tls", "aws:s3/bucket:Bucket");
const bucketPolicy = about("s3-tls", "aws:s3/bucketPolicy:BucketPolicy");
const rotation = about("kms-rotation", "aws:kms/key:Key");
const keyPolicy = about("kms-policy", "aws:kms/key:Key");

const key = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const role = "arn:aws:iam::111122223333:role/firehose";
const toBucket = {
  destination: "extended_s3",
  extendedS3Configuration: { bucketArn: "arn:aws:s3:::logs", roleArn: role },
};
const code = { role: "arn:aws:iam::111122223333:role/fn", runtime: "nodejs22.x", handler: "index.handler" };
const policy = (...Statement: object[]) => ({ Version: "2012-10-17", Statement });
const denyPlain = (partition = "aws", value: unknown = "false") => ({
  Effect: "Deny",
  Principal: "*",
  Action: "s3:*",
  Resource: [`arn:${partition}:s3:::logs`, `arn:${partition}:s3:::logs/*`],
  Condition: { Bool: { "aws:SecureTransport": value } },
});
const read = {
  Effect: "Allow",
  Principal: { AWS: "arn:aws:iam::111122223333:root" },
  Action: "s3:GetObject",
  Resource: "arn:aws:s3:::logs/*",
};
const own = {
  Effect: "Allow",
  Principal: { AWS: "arn:aws:iam::111122223333:root" },
  Action: "kms:*",
  Resource: "*",
};
const anyone = { Effect: "Allow", Principal: "*", Action: "kms:*", Resource: "*" };

export const stores: readonly Declaration[] = [
  topicOf.ok({ kmsMasterKeyId: "alias/aws/sns" }),
  topicOf.ok({ kmsMasterKeyId: key }),
  topicOf.bad({}),
  topicOf.bad({ name: "alerts.fifo", fifoTopic: true }),
  topicOf.bad({ kmsMasterKeyId: "" }),
  queue.ok({}),
  queue.ok({ sqsManagedSseEnabled: true }),
  queue.ok({ kmsMasterKeyId: "alias/aws/sqs" }),
  queue.bad({ sqsManagedSseEnabled: false }),
  queue.bad({ sqsManagedSseEnabled: "false" }),
  stream.ok({ encryptionType: "KMS", kmsKeyId: "alias/aws/kinesis" }),
  stream.bad({ shardCount: 1 }),
  stream.bad({ encryptionType: "NONE" }),
  firehose.ok({ ...toBucket, serverSideEncryption: { enabled: true } }),
  firehose.bad(toBucket),
  firehose.bad({ ...toBucket, serverSideEncryption: { enabled: false } }),
  firehose.ok({
    ...toBucket,
    kinesisSourceConfiguration: {
      kinesisStreamArn: "arn:aws:kinesis:eu-west-1:111122223333:stream/s",
      roleArn: role,
    },
  }),
  trail.ok({ s3BucketName: "trail", kmsKeyId: key }),
  trail.bad({ s3BucketName: "trail" }),
  parameter.ok({ name: "/app/db/password", type: "SecureString" }),
  parameter.bad({ name: "/app/db/password", type: "String" }),
  parameter.ok({ name: "/app/log-level", type: "String", value: "info" }),
  logKey.ok({ retentionInDays: 30, kmsKeyId: key }),
  logKey.bad({ retentionInDays: 30 }),
  logKey.ok({ retentionInDays: 30 }, { environment: "dev" }),
  secretKey.ok({ kmsKeyId: key }),
  secretKey.bad({}),
  secretKey.bad({ kmsKeyId: "alias/aws/secretsmanager" }),
  secretKey.ok({}, { environment: "dev" }),
  vaultKey.ok({ kmsKeyArn: key }),
  vaultKey.bad({}),
  vaultKey.ok({}, { environment: "staging" }),
  lambdaKey.ok({ ...code, environment: { variables: { MODE: "live" } }, kmsKeyArn: key }),
  lambdaKey.bad({ ...code, environment: { variables: { MODE: "live" } } }),
  lambdaKey.ok(code),
  fsxKey.ok({ subnetIds: "subnet-0123456789abcdef0", kmsKeyId: key }),
  fsxKey.bad({ subnetIds: "subnet-0123456789abcdef0", deploymentType: "PERSISTENT_2" }),
  s3.ok({ bucket: "logs", rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }] }),
  s3.ok({
    bucket: "logs",
    rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: key } }],
  }),

  bucket.bad({ bucket: "logs" }),
  bucket.ok(
    { bucket: "logs" },
    {
      beside: [
        {
          type: "aws:s3/bucketPolicy:BucketPolicy",
          name: "logs",
          properties: { bucket: "logs", policy: policy(denyPlain()) },
        },
      ],
    },
  ),
  bucketPolicy.ok({ bucket: "logs", policy: policy(denyPlain()) }),
  bucketPolicy.ok({ bucket: "logs", policy: JSON.stringify(policy(denyPlain())) }),
  bucketPolicy.ok({ bucket: "logs", policy: JSON.stringify(policy(denyPlain("aws-cn", ["false"]), read)) }),
  bucketPolicy.ok({ bucket: "logs", policy: policy(denyPlain("aws-us-gov", false)) }),
  bucketPolicy.ok({
    bucket: "logs",
    policy: policy({ ...denyPlain(), Principal: { AWS: ["*"] }, Action: ["s3:*"] }),
  }),
  bucketPolicy.bad({ bucket: "logs", policy: policy(read) }),
  bucketPolicy.bad({ bucket: "logs", policy: JSON.stringify(policy(read)) }),
  bucketPolicy.bad({ bucket: "logs", policy: policy(denyPlain("aws", "true")) }),
  bucketPolicy.bad({ bucket: "logs", policy: policy({ ...denyPlain(), Effect: "Allow" }) }),
  bucketPolicy.bad({ bucket: "logs", policy: policy({ ...denyPlain(), Action: "s3:PutObject" }) }),

  rotation.ok({ enableKeyRotation: true }),
  rotation.ok({ enableKeyRotation: "true" }),
  rotation.bad({}),
  rotation.bad({ enableKeyRotation: false }),
  rotation.ok({ customerMasterKeySpec: "RSA_2048", keyUsage: "SIGN_VERIFY" }),
  rotation.ok({ customerMasterKeySpec: "HMAC_256", keyUsage: "GENERATE_VERIFY_MAC" }),
  rotation.bad({ customerMasterKeySpec: "SYMMETRIC_DEFAULT", deletionWindowInDays: 7 }),
  keyPolicy.ok({ enableKeyRotation: true, policy: JSON.stringify(policy(own)) }),
  keyPolicy.ok({ enableKeyRotation: true }),
  keyPolicy.bad({ enableKeyRotation: true, policy: JSON.stringify(policy(own, anyone)) }),
  keyPolicy.bad({ enableKeyRotation: true, policy: policy({ ...anyone, Principal: { AWS: "*" } }) }),
  keyPolicy.bad({
    enableKeyRotation: true,
    policy: policy({ ...anyone, Principal: { AWS: ["*"] }, Action: ["kms:Decrypt"] }),
  }),
  keyPolicy.ok({
    enableKeyRotation: true,
    policy: policy(own, {
      ...anyone,
      Action: "kms:Decrypt",
      Condition: {
        StringEquals: { "kms:CallerAccount": "111122223333", "kms:ViaService": "s3.eu-west-1.amazonaws.com" },
      },
    }),
  }),
];
