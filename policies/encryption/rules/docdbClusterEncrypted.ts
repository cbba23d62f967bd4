import { requireSetting } from "../requireSetting";

export const docdbClusterEncrypted = requireSetting({
  id: "docdb-cluster-storage-encrypted",
  title: "DocumentDB clusters encrypt their storage, and with it their backups and snapshots.",
  severity: "high",
  type: "aws:docdb/cluster:Cluster",
  property: "storageEncrypted",
  leftOut: "violates",
  inherits: {
    when: ({ restoreToPointInTime }) => restoreToPointInTime != null,
    examples: [
      {
        name: "is another cluster at an earlier time, and encrypted as that is",
        properties: { restoreToPointInTime: { sourceClusterIdentifier: "orders" } },
      },
    ],
  },
  fsbp: "DocumentDB.1",
  references: [
    {
      title: "Encrypting DocumentDB data at rest",
      url: "https://docs.aws.amazon.com/documentdb/latest/developerguide/encryption-at-rest.html",
    },
  ],
  rest: {},
});
