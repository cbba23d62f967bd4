import type { BrokenResource } from "../brokenStack";

/** What holds data, and what tells of it. */
export const brokenState: readonly BrokenResource[] = [
  {
    name: "lone-database",
    type: "aws:rds/instance:Instance",
    properties: { instanceClass: "db.t4g.micro", skipFinalSnapshot: true },
    violates: [
      "rds-database-backup",
      "rds-database-deletion-protection",
      "rds-database-final-snapshot",
      "rds-instance-multi-az",
      "rds-instance-storage-encrypted",
      "rds-logs-exported",
    ],
  },
  {
    name: "lone-cluster",
    type: "aws:rds/cluster:Cluster",
    properties: { engine: "aurora-mysql", deletionProtection: true, backupRetentionPeriod: 7 },
    violates: ["rds-cluster-multi-az", "rds-cluster-storage-encrypted", "rds-logs-exported"],
  },
  {
    name: "lone-cluster-instance",
    type: "aws:rds/clusterInstance:ClusterInstance",
    properties: { engine: "aurora-mysql", instanceClass: "db.r6g.large", clusterIdentifier: "" },
    idOf: { clusterIdentifier: "lone-cluster" },
    violates: [],
  },
  {
    name: "open-table",
    type: "aws:dynamodb/table:Table",
    properties: { attributes: [{ name: "id", type: "S" }], hashKey: "id", billingMode: "PAY_PER_REQUEST" },
    violates: [
      "dynamodb-table-deletion-protection",
      "dynamodb-table-kms-encrypted",
      "dynamodb-table-point-in-time-recovery",
    ],
  },
  {
    name: "lone-cache",
    type: "aws:elasticache/replicationGroup:ReplicationGroup",
    properties: { description: "sessions", automaticFailoverEnabled: true, numCacheClusters: 2 },
    violates: [
      "elasticache-replication-group-authenticates",
      "elasticache-replication-group-backup",
      "elasticache-replication-group-encrypted-at-rest",
      "elasticache-replication-group-encrypted-in-transit",
      "elasticache-replication-group-multi-az",
    ],
  },
  {
    name: "emptied-bucket",
    type: "aws:s3/bucket:Bucket",
    properties: { forceDestroy: true },
    violates: ["s3-bucket-no-force-destroy", "s3-bucket-policy-tls-only"],
  },
  {
    name: "endless-logs",
    type: "aws:cloudwatch/logGroup:LogGroup",
    properties: {},
    violates: ["kms-customer-key-in-production", "logs-log-group-retention"],
  },
  {
    name: "mute-alarm",
    type: "aws:cloudwatch/metricAlarm:MetricAlarm",
    properties: {
      comparisonOperator: "GreaterThanThreshold",
      evaluationPeriods: 1,
      metricName: "CPUUtilization",
      namespace: "AWS/EC2",
      period: 60,
      statistic: "Average",
      threshold: 90,
    },
    violates: ["cloudwatch-alarm-has-action"],
  },
];
