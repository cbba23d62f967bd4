import { requireSetting } from "../requireSetting";

export const replicationGroupEncryptedAtRest = requireSetting({
  id: "elasticache-replication-group-encrypted-at-rest",
  title: "Redis and Valkey encrypt what they write to disk, backups among it.",
  severity: "high",
  type: "aws:elasticache/replicationGroup:ReplicationGroup",
  property: "atRestEncryptionEnabled",
  leftOut: "violates",
  inherits: {
    // Valkey is encrypted by default, as Redis is not; a member of a global datastore is as its primary is.
    when: ({ engine, globalReplicationGroupId }) => engine === "valkey" || globalReplicationGroupId != null,
    examples: [
      {
        name: "is Valkey, which encrypts by default",
        properties: { description: "sessions", engine: "valkey" },
      },
      {
        name: "joins a global datastore",
        properties: { description: "sessions", globalReplicationGroupId: "abcde-sessions" },
      },
    ],
  },
  fsbp: "ElastiCache.4",
  references: [
    {
      title: "At-rest encryption in ElastiCache",
      url: "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/at-rest-encryption.html",
    },
  ],
  rest: { description: "sessions" },
});
