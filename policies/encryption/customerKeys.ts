import type { ResourceTypes } from "../resourceTypes";
import { isTrue } from "../values";
import type { PathIn } from "./propertyPath";

type Token = keyof ResourceTypes;

/** Where a type names the KMS key that it is encrypted by. */
export interface KeyProperty {
  readonly type: Token;
  readonly property: string;
  /** The other properties of its examples. */
  readonly rest: object;
  /** Whether there is anything to encrypt. Default: always. */
  holdsData(properties: unknown): boolean;
}

function keyOf<Type extends Token, const Path extends string>(
  type: Type,
  property: Path & PathIn<ResourceTypes[Type], Path>,
  rest: Partial<ResourceTypes[Type]> = {},
  options: { holdsData(properties: ResourceTypes[Type]): boolean } = { holdsData: () => true },
): KeyProperty {
  return { type, property, rest, holdsData: options.holdsData };
}

const insights = {
  holdsData: ({ performanceInsightsEnabled }: { readonly performanceInsightsEnabled?: unknown }) =>
    isTrue(performanceInsightsEnabled),
};
const subnet = "subnet-0123456789abcdef0";
const role = "arn:aws:iam::111122223333:role/app";

/**
 * The types of which AWS encrypts everything, so that nothing but the key is theirs to choose. What has a switch of
 * its own has a rule of its own, which takes any key. Left out on purpose: S3 and SQS, whose own keys are a choice
 * that deliveries by AWS's services depend on, and parameters of SSM, to which IAM alone gives access.
 */
export const keyProperties: readonly KeyProperty[] = [
  keyOf("aws:cloudwatch/logGroup:LogGroup", "kmsKeyId", { retentionInDays: 90 }),
  keyOf("aws:secretsmanager/secret:Secret", "kmsKeyId", { name: "orders" }),
  keyOf("aws:backup/vault:Vault", "kmsKeyArn", { name: "daily" }),
  keyOf(
    "aws:lambda/function:Function",
    "kmsKeyArn",
    { role, environment: { variables: { TABLE: "orders" } } },
    // Without variables there is nothing that the key would encrypt.
    { holdsData: ({ environment }) => Object.keys(environment?.variables ?? {}).length > 0 },
  ),
  keyOf("aws:elasticache/serverlessCache:ServerlessCache", "kmsKeyId", {
    engine: "valkey",
    name: "sessions",
  }),
  keyOf(
    "aws:fsx/lustreFileSystem:LustreFileSystem",
    "kmsKeyId",
    { subnetIds: subnet, deploymentType: "PERSISTENT_2" },
    // Scratch file systems take no key.
    { holdsData: ({ deploymentType }) => deploymentType?.startsWith("PERSISTENT") === true },
  ),
  keyOf("aws:fsx/ontapFileSystem:OntapFileSystem", "kmsKeyId", {
    subnetIds: [subnet],
    preferredSubnetId: subnet,
    deploymentType: "SINGLE_AZ_2",
  }),
  keyOf("aws:fsx/openZfsFileSystem:OpenZfsFileSystem", "kmsKeyId", {
    subnetIds: [subnet],
    throughputCapacity: 160,
    deploymentType: "SINGLE_AZ_2",
  }),
  keyOf("aws:fsx/windowsFileSystem:WindowsFileSystem", "kmsKeyId", {
    subnetIds: [subnet],
    throughputCapacity: 32,
  }),
  keyOf(
    "aws:rds/instance:Instance",
    "performanceInsightsKmsKeyId",
    { instanceClass: "db.m7g.large", performanceInsightsEnabled: true },
    insights,
  ),
  keyOf(
    "aws:rds/cluster:Cluster",
    "performanceInsightsKmsKeyId",
    { engine: "aurora-mysql", performanceInsightsEnabled: true },
    insights,
  ),
  keyOf(
    "aws:rds/clusterInstance:ClusterInstance",
    "performanceInsightsKmsKeyId",
    {
      clusterIdentifier: "orders",
      engine: "aurora-mysql",
      instanceClass: "db.r7g.large",
      performanceInsightsEnabled: true,
    },
    insights,
  ),
  keyOf("aws:kinesis/videoStream:VideoStream", "kmsKeyId", { dataRetentionInHours: 24 }),
  keyOf("aws:cloudtrail/eventDataStore:EventDataStore", "kmsKeyId", { name: "events" }),
  keyOf("aws:eks/cluster:Cluster", "encryptionConfig.provider.keyArn", {
    roleArn: role,
    vpcConfig: { subnetIds: [subnet] },
  }),
  keyOf("aws:docdb/elasticCluster:ElasticCluster", "kmsKeyId", {
    adminUserName: "orders",
    authType: "SECRET_ARN",
    shardCapacity: 4,
    shardCount: 2,
  }),
  keyOf("aws:redshiftserverless/namespace:Namespace", "kmsKeyId", { namespaceName: "reports" }),
  keyOf("aws:dms/replicationInstance:ReplicationInstance", "kmsKeyArn", {
    replicationInstanceClass: "dms.t3.medium",
    replicationInstanceId: "orders",
  }),
  keyOf("aws:mq/broker:Broker", "encryptionOptions.kmsKeyId", {
    brokerName: "orders",
    engineType: "RabbitMQ",
    engineVersion: "3.13",
    hostInstanceType: "mq.m7g.large",
  }),
  keyOf("aws:mwaa/environment:Environment", "kmsKey", {
    dagS3Path: "dags",
    executionRoleArn: role,
    sourceBucketArn: "arn:aws:s3:::dags",
  }),
  keyOf("aws:sagemaker/notebookInstance:NotebookInstance", "kmsKeyId", {
    instanceType: "ml.t3.medium",
    roleArn: role,
  }),
  keyOf("aws:sagemaker/domain:Domain", "kmsKeyId", { authMode: "IAM", domainName: "models" }),
  keyOf("aws:timestreamwrite/database:Database", "kmsKeyId", { databaseName: "readings" }),
  keyOf("aws:keyspaces/table:Table", "encryptionSpecification.kmsKeyIdentifier", {
    keyspaceName: "orders",
    tableName: "lines",
  }),
  keyOf("aws:neptunegraph/graph:Graph", "kmsKeyIdentifier", { provisionedMemory: 16 }),
];
