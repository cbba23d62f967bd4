import { requireSetting } from "../requireSetting";

export const neptuneGlobalClusterEncrypted = requireSetting({
  id: "neptune-global-cluster-storage-encrypted",
  title: "Global Neptune databases are encrypted, and with them every cluster that joins.",
  severity: "high",
  type: "aws:neptune/globalCluster:GlobalCluster",
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
      title: "Encrypting Neptune data at rest",
      url: "https://docs.aws.amazon.com/neptune/latest/userguide/encrypt.html",
    },
  ],
  rest: { globalClusterIdentifier: "orders" },
});
