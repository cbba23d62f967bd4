import { Got } from "../../got";
import { defineRule } from "../../rule";
import { isProduction } from "../production";
import { isTrue } from "../values";

export const cacheFailover = defineRule({
  id: "elasticache-replication-group-multi-az",
  title: "Caches in production fail over to a replica in another zone.",
  severity: "medium",
  type: "aws:elasticache/replicationGroup:ReplicationGroup",
  remedy: "Set automaticFailoverEnabled and multiAzEnabled to true, with at least one replica.",
  fsbp: "ElastiCache.3",
  references: [
    {
      title: "ElastiCache.3: replication groups should have automatic failover enabled",
      url: "https://docs.aws.amazon.com/securityhub/latest/userguide/elasticache-controls.html#elasticache-3",
    },
  ],
  evaluate: (group, separately, context) => {
    if (!isProduction(context, group.tags)) return [];
    const need = (path: string, value: unknown) =>
      isTrue(value) ? [] : [{ path, expected: "true in production", got: Got.of(value) }];
    return separately(
      () => need("automaticFailoverEnabled", group.automaticFailoverEnabled),
      () => need("multiAzEnabled", group.multiAzEnabled),
    );
  },
  examples: {
    pass: [
      {
        name: "fails over to another zone",
        properties: { description: "sessions", automaticFailoverEnabled: true, multiAzEnabled: true },
      },
      { name: "is for development", environment: "dev", properties: { description: "sessions" } },
    ],
    fail: [
      {
        name: "leaves both out, which are off",
        properties: { description: "sessions" },
        finds: [
          "automaticFailoverEnabled: expected true in production, got no value",
          "multiAzEnabled: expected true in production, got no value",
        ],
      },
    ],
  },
});
