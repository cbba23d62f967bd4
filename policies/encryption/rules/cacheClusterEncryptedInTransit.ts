import { Got } from "../../got";
import { defineRule, type Finding } from "../../rule";
import { isTrue, switchTexts } from "../../values";

export const cacheClusterEncryptedInTransit = defineRule({
  id: "elasticache-cluster-encrypted-in-transit",
  title: "Memcached is reached over TLS, and a single Redis node is a replication group, which can be.",
  severity: "high",
  type: "aws:elasticache/cluster:Cluster",
  remedy: "Set transitEncryptionEnabled to true (Memcached 1.6.12 or later).",
  references: [
    {
      title: "ElastiCache in-transit encryption (TLS)",
      url: "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/in-transit-encryption.html",
    },
  ],
  evaluate: (cluster): readonly Finding[] => {
    const enabled = cluster.transitEncryptionEnabled;
    if (isTrue(enabled)) return [];
    // A node of a replication group, which is judged itself.
    if (cluster.replicationGroupId != null) return [];
    if (cluster.engine == null || cluster.engine === "memcached")
      return [{ path: "transitEncryptionEnabled", expected: "true", got: Got.of(enabled, switchTexts) }];
    return [
      {
        path: "engine",
        expected: "a replication group, which can encrypt in transit and at rest",
        got: Got.of(cluster.engine, ["redis", "valkey"]),
        remedy: "Declare a ReplicationGroup with numCacheClusters 1 instead.",
      },
    ];
  },
  examples: {
    pass: [
      {
        name: "is Memcached over TLS",
        properties: { engine: "memcached", nodeType: "cache.t4g.small", transitEncryptionEnabled: true },
      },
      { name: "is a node of a replication group", properties: { replicationGroupId: "sessions" } },
    ],
    fail: [
      {
        name: "is Memcached without TLS",
        properties: { engine: "memcached", nodeType: "cache.t4g.small", transitEncryptionEnabled: false },
        finds: ["transitEncryptionEnabled: expected true, got false"],
      },
      {
        name: "leaves TLS out, which is then off",
        properties: { nodeType: "cache.t4g.small" },
        finds: ["transitEncryptionEnabled: expected true, got no value"],
      },
      {
        name: "is Redis, which has no encryption here",
        properties: { engine: "redis", nodeType: "cache.t4g.small", numCacheNodes: 1 },
        finds: [
          'engine: expected a replication group, which can encrypt in transit and at rest, got "redis"',
        ],
      },
    ],
  },
});
