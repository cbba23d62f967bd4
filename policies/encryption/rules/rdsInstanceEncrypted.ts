import { requireSetting } from "../requireSetting";

export const rdsInstanceEncrypted = requireSetting({
  id: "rds-instance-storage-encrypted",
  title: "Database instances encrypt their storage, and with it their backups, snapshots and replicas.",
  severity: "high",
  type: "aws:rds/instance:Instance",
  property: "storageEncrypted",
  leftOut: "violates",
  inherits: {
    // A replica is as its source is; in another Region it is encrypted by the key it names, and this switch is ignored.
    when: ({ replicateSourceDb }) => replicateSourceDb != null,
    examples: [
      {
        name: "replicates an instance, which is judged itself",
        properties: { instanceClass: "db.t4g.medium", replicateSourceDb: "orders" },
      },
    ],
  },
  remedy:
    "Set storageEncrypted to true; an instance that exists must be restored from an encrypted copy of a snapshot.",
  fsbp: "RDS.3",
  cis: "2.3.1",
  references: [
    {
      title: "Encrypting Amazon RDS resources",
      url: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.html",
    },
  ],
  rest: { instanceClass: "db.t4g.medium", allocatedStorage: 20 },
});
