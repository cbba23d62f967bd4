import { Got } from "../../got";
import { defineRule } from "../../rule";
import { isProduction } from "../production";
import { numberOf } from "../values";

export const cacheBackup = defineRule({
  id: "elasticache-replication-group-backup",
  title: "Redis and Valkey in production are backed up every day.",
  severity: "medium",
  type: "aws:elasticache/replicationGroup:ReplicationGroup",
  remedy: "Set snapshotRetentionLimit to 1 or more.",
  fsbp: "ElastiCache.1",
  references: [
    {
      title: "ElastiCache.1: clusters should have automatic backups enabled",
      url: "https://docs.aws.amazon.com/securityhub/latest/userguide/elasticache-controls.html#elasticache-1",
    },
  ],
  evaluate: ({ snapshotRetentionLimit, tags }, _, context) => {
    if ((numberOf(snapshotRetentionLimit) ?? 0) >= 1 || !isProduction(context, tags)) return [];
    return [
      {
        path: "snapshotRetentionLimit",
        expected: "at least 1 day in production",
        got: Got.of(snapshotRetentionLimit),
      },
    ];
  },
  examples: {
    pass: [
      { name: "is backed up", properties: { description: "sessions", snapshotRetentionLimit: 7 } },
      { name: "is for development", environment: "dev", properties: { description: "sessions" } },
    ],
    fail: [
      {
        name: "leaves the backup out, which is none",
        properties: { description: "sessions" },
        finds: ["snapshotRetentionLimit: expected at least 1 day in production, got no value"],
      },
    ],
  },
});
