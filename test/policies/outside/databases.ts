import { about, type Declaration } from "./declaration";

const instance = about("rds-encrypted", "aws:rds/instance:Instance");
const cluster = about("rds-encrypted", "aws:rds/cluster:Cluster");
const docdb = about("documents-encrypted", "aws:docdb/cluster:Cluster");
const neptune = about("documents-encrypted", "aws:neptune/cluster:Cluster");
const parameters = about("rds-tls", "aws:rds/parameterGroup:ParameterGroup");
const clusterParameters = about("rds-tls", "aws:rds/clusterParameterGroup:ClusterParameterGroup");
const logs = about("rds-logs", "aws:rds/instance:Instance");
const clusterLogs = about("rds-logs", "aws:rds/cluster:Cluster");
const insights = about("customer-key", "aws:rds/instance:Instance");
const dax = about("dax-encrypted", "aws:dax/cluster:Cluster");
const daxTls = about("dax-tls", "aws:dax/cluster:Cluster");
const redshift = about("redshift-encrypted", "aws:redshift/cluster:Cluster");
const redshiftTls = about("redshift-tls", "aws:redshift/parameterGroup:ParameterGroup");
const table = about("customer-key", "aws:dynamodb/table:Table");

const postgres = { engine: "postgres", instanceClass: "db.t4g.micro", allocatedStorage: 20 };
const aurora = { engine: "aurora-postgresql" };
const group = (family: string, ...parameters: object[]) => ({ family, parameters });
const orders = { hashKey: "id", attributes: [{ name: "id", type: "S" }], billingMode: "PAY_PER_REQUEST" };
const key = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const nodes = {
  iamRoleArn: "arn:aws:iam::111122223333:role/dax",
  nodeType: "dax.t3.small",
  replicationFactor: 2,
};
const warehouse = { clusterIdentifier: "warehouse", nodeType: "ra3.xlplus" };

export const databases: readonly Declaration[] = [
  instance.ok({ ...postgres, storageEncrypted: true }),
  instance.ok({ ...postgres, storageEncrypted: true, kmsKeyId: key }),
  instance.bad(postgres),
  instance.bad({ ...postgres, storageEncrypted: false }),
  instance.bad({ ...postgres, storageEncrypted: "false" }),
  instance.ok({ ...postgres, storageEncrypted: "true" }),
  instance.ok({ instanceClass: "db.t4g.micro", replicateSourceDb: "orders" }),
  instance.bad({ engine: "mysql", instanceClass: "db.t4g.micro", multiAz: true }),
  instance.bad({ engine: "sqlserver-se", instanceClass: "db.m6i.large", licenseModel: "license-included" }),
  cluster.ok({ ...aurora, storageEncrypted: true }),
  cluster.bad(aurora),
  cluster.bad({ ...aurora, storageEncrypted: false }),
  cluster.ok({ engine: "aurora-mysql", engineMode: "serverless" }),
  cluster.bad({
    engine: "aurora-postgresql",
    engineMode: "provisioned",
    serverlessv2ScalingConfiguration: { minCapacity: 0.5, maxCapacity: 4 },
  }),
  cluster.bad({ engine: "mysql", dbClusterInstanceClass: "db.m5d.large", allocatedStorage: 100, iops: 1000 }),
  docdb.ok({ storageEncrypted: true }),
  docdb.bad({}),
  docdb.bad({ storageEncrypted: false, engine: "docdb" }),
  neptune.ok({ storageEncrypted: true }),
  neptune.bad({}),
  neptune.bad({ storageEncrypted: false }),

  parameters.ok(group("postgres14", { name: "rds.force_ssl", value: "1" })),
  parameters.bad(group("postgres14")),
  parameters.bad(group("postgres13", { name: "log_statement", value: "all" })),
  parameters.bad(group("postgres14", { name: "rds.force_ssl", value: "0" })),
  parameters.ok(group("postgres15")),
  parameters.ok(group("postgres16", { name: "log_statement", value: "ddl" })),
  parameters.ok({ family: "postgres17" }),
  parameters.bad(group("postgres16", { name: "rds.force_ssl", value: "0" })),
  parameters.ok(group("mysql8.0", { name: "require_secure_transport", value: "1" })),
  parameters.ok(group("mysql8.0", { name: "require_secure_transport", value: "ON" })),
  parameters.bad(group("mysql8.0")),
  parameters.bad(group("mysql8.0", { name: "require_secure_transport", value: "OFF" })),
  parameters.bad(group("mysql8.4")),
  parameters.ok(group("mysql9.7")),
  parameters.bad(group("mysql8.4", { name: "require_secure_transport", value: "0" })),
  parameters.bad(group("mariadb10.6", { name: "require_secure_transport", value: "0" })),
  parameters.bad(group("mariadb10.11")),
  parameters.ok(group("mariadb11.8")),
  parameters.bad(group("sqlserver-se-15.0")),
  parameters.ok(group("sqlserver-se-15.0", { name: "rds.force_ssl", value: "1" })),
  clusterParameters.bad(group("aurora-postgresql14")),
  clusterParameters.bad(group("aurora-postgresql16")),
  clusterParameters.ok(group("aurora-postgresql17")),
  clusterParameters.ok(group("aurora-postgresql16", { name: "rds.force_ssl", value: "1" })),
  clusterParameters.bad(group("aurora-postgresql17", { name: "rds.force_ssl", value: "0" })),
  clusterParameters.bad(group("aurora-mysql8.0")),
  clusterParameters.ok(group("aurora-mysql8.4")),
  clusterParameters.ok(group("aurora-mysql8.0", { name: "require_secure_transport", value: "ON" })),
  clusterParameters.bad(group("aurora-mysql8.0", { name: "require_secure_transport", value: "OFF" })),
  clusterParameters.ok(group("aurora-mysql8.0", { name: "require_secure_transport", value: "true" })),

  logs.ok({ ...postgres, enabledCloudwatchLogsExports: ["postgresql"] }),
  logs.bad(postgres),
  logs.bad({ ...postgres, enabledCloudwatchLogsExports: [] }),
  clusterLogs.ok({ ...aurora, enabledCloudwatchLogsExports: ["postgresql"] }),
  clusterLogs.bad(aurora),
  insights.ok({
    ...postgres,
    storageEncrypted: true,
    kmsKeyId: key,
    performanceInsightsEnabled: true,
    performanceInsightsKmsKeyId: key,
  }),
  insights.bad({ ...postgres, storageEncrypted: true, kmsKeyId: key, performanceInsightsEnabled: true }),
  insights.ok(
    { ...postgres, storageEncrypted: true, performanceInsightsEnabled: true },
    { environment: "dev" },
  ),

  dax.ok({ ...nodes, serverSideEncryption: { enabled: true } }),
  dax.bad(nodes),
  dax.bad({ ...nodes, serverSideEncryption: { enabled: false } }),
  daxTls.ok({ ...nodes, clusterEndpointEncryptionType: "TLS" }),
  daxTls.bad(nodes),
  daxTls.bad({ ...nodes, clusterEndpointEncryptionType: "NONE" }),

  redshift.ok({ ...warehouse, encrypted: true }),
  redshift.ok({ ...warehouse, encrypted: "true" }),
  redshift.bad({ ...warehouse, encrypted: false }),
  redshift.bad({ ...warehouse, encrypted: "false" }),
  redshiftTls.ok(group("redshift-1.0", { name: "require_ssl", value: "true" })),
  redshiftTls.bad(group("redshift-1.0")),
  redshiftTls.bad(group("redshift-1.0", { name: "require_ssl", value: "false" })),

  table.ok({ ...orders, serverSideEncryption: { enabled: true, kmsKeyArn: key } }),
  table.bad(orders),
  table.bad({ ...orders, serverSideEncryption: { enabled: false } }),
  table.ok(orders, { environment: "dev" }),
];
