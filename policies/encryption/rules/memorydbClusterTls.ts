import { requireSetting } from "../requireSetting";

export const memorydbClusterTls = requireSetting({
  id: "memorydb-cluster-encrypted-in-transit",
  title: "MemoryDB clusters are reached over TLS.",
  severity: "high",
  type: "aws:memorydb/cluster:Cluster",
  property: "tlsEnabled",
  leftOut: "complies",
  references: [
    {
      title: "In-transit encryption in MemoryDB",
      url: "https://docs.aws.amazon.com/memorydb/latest/devguide/in-transit-encryption.html",
    },
  ],
  rest: { aclName: "app", nodeType: "db.t4g.small" },
});
