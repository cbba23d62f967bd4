import { Got } from "../../got";
import { defineRule } from "../../rule";

export const serverlessCacheAuthenticates = defineRule({
  id: "elasticache-serverless-cache-authenticates",
  title: "Serverless Redis and Valkey caches ask their clients who they are.",
  severity: "medium",
  type: "aws:elasticache/serverlessCache:ServerlessCache",
  remedy: "Set userGroupId to a group of users.",
  references: [
    {
      title: "Authenticating with role-based access control",
      url: "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Clusters.RBAC.html",
    },
  ],
  evaluate: ({ userGroupId, engine }) => {
    // Memcached knows no users.
    if (typeof userGroupId === "string" || engine === "memcached") return [];
    return [{ path: "userGroupId", expected: "a group of users", got: Got.of(userGroupId) }];
  },
  examples: {
    pass: [
      {
        name: "knows its users",
        properties: { engine: "valkey", name: "sessions", userGroupId: "sessions" },
      },
      { name: "is Memcached, which knows no users", properties: { engine: "memcached", name: "pages" } },
    ],
    fail: [
      {
        name: "serves whoever reaches it",
        properties: { engine: "redis", name: "sessions" },
        finds: ["userGroupId: expected a group of users, got no value"],
      },
    ],
  },
});
