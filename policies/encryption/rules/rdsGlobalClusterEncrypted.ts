import { requireSetting } from "../requireSetting";

export const rdsGlobalClusterEncrypted = requireSetting({
  id: "rds-global-cluster-storage-encrypted",
  title: "Global databases are encrypted, and with them every cluster that joins.",
  severity: "high",
  type: "aws:rds/globalCluster:GlobalCluster",
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
      title: "Getting started with Amazon Aurora global databases",
      url: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database-getting-started.html",
    },
  ],
  rest: { globalClusterIdentifier: "orders" },
});
