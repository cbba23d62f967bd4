import { requireSetting } from "../requireSetting";

export const docdbGlobalClusterEncrypted = requireSetting({
  id: "docdb-global-cluster-storage-encrypted",
  title: "Global DocumentDB databases are encrypted, and with them every cluster that joins.",
  severity: "high",
  type: "aws:docdb/globalCluster:GlobalCluster",
  property: "storageEncrypted",
  leftOut: "violates",
  inherits: {
    when: ({ sourceDbClusterIdentifier }) => sourceDbClusterIdentifier != null,
    examples: [
      {
        name: "grows from a cluster, which is judged itself",
        properties: {
          globalClusterIdentifier: "orders",
          sourceDbClusterIdentifier: "arn:aws:rds:eu-west-1:111122223333:cluster:orders",
        },
      },
    ],
  },
  references: [
    {
      title: "Encrypting DocumentDB data at rest",
      url: "https://docs.aws.amazon.com/documentdb/latest/developerguide/encryption-at-rest.html",
    },
  ],
  rest: { globalClusterIdentifier: "orders" },
});
