import { requireSetting } from "../requireSetting";

export const rdsClusterEncrypted = requireSetting({
  id: "rds-cluster-storage-encrypted",
  title:
    "Aurora and Multi-AZ clusters encrypt their storage, and with it their backups, snapshots and replicas.",
  severity: "high",
  type: "aws:rds/cluster:Cluster",
  property: "storageEncrypted",
  leftOut: "violates",
  inherits: {
    when: (cluster) =>
      cluster.engineMode === "serverless" ||
      cluster.replicationSourceIdentifier != null ||
      cluster.restoreToPointInTime != null ||
      // A snapshot that was not encrypted is, once restored under a key.
      (cluster.snapshotIdentifier != null && cluster.kmsKeyId != null),
    examples: [
      {
        name: "is serverless of the first kind, which AWS always encrypts",
        properties: { engine: "aurora-mysql", engineMode: "serverless" },
      },
      {
        name: "replicates a cluster, which is judged itself",
        properties: {
          engine: "aurora-mysql",
          replicationSourceIdentifier: "arn:aws:rds:eu-west-1:111122223333:cluster:orders",
        },
      },
      {
        name: "is another cluster at an earlier time, and encrypted as that is",
        properties: { engine: "aurora-mysql", restoreToPointInTime: { sourceClusterIdentifier: "orders" } },
      },
      {
        name: "restores a snapshot under a key",
        properties: {
          engine: "aurora-mysql",
          snapshotIdentifier: "orders-final",
          kmsKeyId: "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab",
        },
      },
    ],
  },
  remedy: "Set storageEncrypted to true; a cluster that exists must be restored from a snapshot with a key.",
  fsbp: "RDS.27",
  references: [
    {
      title: "Encrypting Amazon Aurora resources",
      url: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Overview.Encryption.html",
    },
    {
      title: "CreateDBCluster: StorageEncrypted",
      url: "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBCluster.html",
    },
  ],
  rest: { engine: "aurora-postgresql" },
});
