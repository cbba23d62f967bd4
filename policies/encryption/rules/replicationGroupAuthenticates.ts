import { Got } from "../../got";
import { defineRule } from "../../rule";

export const replicationGroupAuthenticates = defineRule({
  id: "elasticache-replication-group-authenticates",
  title: "Redis and Valkey ask their clients who they are, by users or by a token.",
  severity: "medium",
  type: "aws:elasticache/replicationGroup:ReplicationGroup",
  remedy:
    "Set userGroupIds to a group of users, or authToken to a secret where the engine is older than 6.0.",
  fsbp: "ElastiCache.6",
  references: [
    {
      title: "Authenticating with role-based access control",
      url: "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Clusters.RBAC.html",
    },
    {
      title: "Authenticating with the AUTH command",
      url: "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/auth.html",
    },
  ],
  evaluate: (cache) => {
    const groups = cache.userGroupIds;
    if (groups?.some((group) => typeof group === "string")) return [];
    if (cache.authToken != null || cache.authTokenWo != null) return [];
    // A member of a global datastore has the token of its primary.
    if (cache.globalReplicationGroupId != null) return [];
    return [{ path: "userGroupIds", expected: "a group of users, or an authToken", got: Got.of(groups) }];
  },
  examples: {
    pass: [
      {
        name: "knows its users",
        properties: { description: "sessions", userGroupIds: ["sessions"] },
      },
      {
        name: "asks for a token",
        properties: { description: "sessions", authToken: "0000000000000000" },
      },
      {
        name: "joins a global datastore",
        properties: { description: "sessions", globalReplicationGroupId: "abcde-sessions" },
      },
    ],
    fail: [
      {
        name: "serves whoever reaches it",
        properties: { description: "sessions" },
        finds: ["userGroupIds: expected a group of users, or an authToken, got no value"],
      },
    ],
  },
});
