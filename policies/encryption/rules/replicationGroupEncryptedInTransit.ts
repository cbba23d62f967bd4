import { Got } from "../../got";
import { defineRule } from "../../rule";
import { isTrue, switchTexts } from "../../values";

export const replicationGroupEncryptedInTransit = defineRule({
  id: "elasticache-replication-group-encrypted-in-transit",
  title: "Redis and Valkey are reached over TLS, and in no other way.",
  severity: "high",
  type: "aws:elasticache/replicationGroup:ReplicationGroup",
  remedy:
    'Set transitEncryptionEnabled to true, and transitEncryptionMode to "required" once all clients use TLS.',
  fsbp: "ElastiCache.5",
  references: [
    {
      title: "ElastiCache in-transit encryption (TLS)",
      url: "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/in-transit-encryption.html",
    },
  ],
  evaluate: (group, separately) =>
    separately(
      () => {
        const enabled = group.transitEncryptionEnabled;
        if (isTrue(enabled)) return [];
        // A member of a global datastore is as its primary is.
        if (enabled == null && group.globalReplicationGroupId != null) return [];
        return [{ path: "transitEncryptionEnabled", expected: "true", got: Got.of(enabled, switchTexts) }];
      },
      () => {
        const mode = group.transitEncryptionMode;
        if (mode == null || mode === "required") return [];
        return [{ path: "transitEncryptionMode", expected: '"required"', got: Got.of(mode, ["preferred"]) }];
      },
    ),
  examples: {
    pass: [
      {
        name: "takes TLS only",
        properties: { description: "sessions", transitEncryptionEnabled: true },
      },
      {
        name: "says so twice",
        properties: {
          description: "sessions",
          transitEncryptionEnabled: true,
          transitEncryptionMode: "required",
        },
      },
      {
        name: "joins a global datastore",
        properties: { description: "sessions", globalReplicationGroupId: "abcde-sessions" },
      },
    ],
    fail: [
      {
        name: "takes plain connections only",
        properties: { description: "sessions", transitEncryptionEnabled: false },
        finds: ["transitEncryptionEnabled: expected true, got false"],
      },
      {
        name: "takes plain connections beside those over TLS",
        properties: {
          description: "sessions",
          transitEncryptionEnabled: true,
          transitEncryptionMode: "preferred",
        },
        finds: ['transitEncryptionMode: expected "required", got "preferred"'],
      },
      {
        name: "leaves TLS out, which is then off",
        properties: { description: "sessions", engine: "valkey" },
        finds: ["transitEncryptionEnabled: expected true, got no value"],
      },
    ],
  },
});
