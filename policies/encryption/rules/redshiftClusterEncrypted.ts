import { requireSetting } from "../requireSetting";

export const redshiftClusterEncrypted = requireSetting({
  id: "redshift-cluster-encrypted",
  title: "Redshift clusters are encrypted, and with them their snapshots.",
  severity: "high",
  type: "aws:redshift/cluster:Cluster",
  property: "encrypted",
  // Since January 2025 AWS encrypts new clusters; so does the provider's default since v7.
  leftOut: "complies",
  fsbp: "Redshift.10",
  references: [
    {
      title: "Amazon Redshift database encryption",
      url: "https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-db-encryption.html",
    },
  ],
  rest: { clusterIdentifier: "reports", nodeType: "ra3.large" },
});
