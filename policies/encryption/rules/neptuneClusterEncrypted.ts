import { requireSetting } from "../requireSetting";

export const neptuneClusterEncrypted = requireSetting({
  id: "neptune-cluster-storage-encrypted",
  title: "Neptune clusters encrypt their storage, and with it their backups and snapshots.",
  severity: "high",
  type: "aws:neptune/cluster:Cluster",
  property: "storageEncrypted",
  leftOut: "violates",
  inherits: {
    when: ({ replicationSourceIdentifier }) => replicationSourceIdentifier != null,
    examples: [
      {
        name: "replicates a cluster, which is judged itself",
        properties: { replicationSourceIdentifier: "arn:aws:rds:eu-west-1:111122223333:cluster:graph" },
      },
    ],
  },
  fsbp: "Neptune.1",
  references: [
    {
      title: "Encrypting Neptune data at rest",
      url: "https://docs.aws.amazon.com/neptune/latest/userguide/encrypt.html",
    },
  ],
  rest: {},
});
