import { Got } from "../../got";
import { defineRule } from "../../rule";
import { isProduction } from "../production";
import { numberOf } from "../values";

interface Database {
  readonly tags?: Readonly<Record<string, string>> | undefined;
  readonly backupRetentionPeriod?: number | undefined;
  readonly replicateSourceDb?: string | undefined;
}

const leastDays = 7;

export const databaseBackup = defineRule({
  id: "rds-database-backup",
  title: "Databases in production are backed up for a week: mistakes are found after a weekend.",
  severity: "high",
  type: [
    "aws:rds/instance:Instance",
    "aws:rds/cluster:Cluster",
    "aws:docdb/cluster:Cluster",
    "aws:neptune/cluster:Cluster",
  ],
  remedy: "Set backupRetentionPeriod to 7 or more.",
  fsbp: "RDS.11",
  references: [
    {
      title: "RDS.11: instances should have automatic backups, for seven days",
      url: "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-11",
    },
  ],
  evaluate: (database: Database, _, context) => {
    // Left out it is 0 days for an instance and 1 for a cluster.
    if ((numberOf(database.backupRetentionPeriod) ?? 0) >= leastDays) return [];
    if (database.replicateSourceDb != null || !isProduction(context, database.tags)) return [];
    return [
      {
        path: "backupRetentionPeriod",
        expected: `at least ${leastDays} days in production`,
        got: Got.of(database.backupRetentionPeriod),
      },
    ];
  },
  examples: {
    pass: [
      {
        name: "is backed up for a week",
        properties: { instanceClass: "db.m6g.large", backupRetentionPeriod: 7 },
      },
      { name: "is for development", environment: "dev", properties: { instanceClass: "db.t4g.micro" } },
    ],
    fail: [
      {
        name: "is not backed up",
        properties: { instanceClass: "db.m6g.large", backupRetentionPeriod: 0 },
        finds: ["backupRetentionPeriod: expected at least 7 days in production, got 0"],
      },
      {
        name: "leaves it out, which is a day for a cluster",
        type: "aws:docdb/cluster:Cluster",
        properties: {},
        finds: ["backupRetentionPeriod: expected at least 7 days in production, got no value"],
      },
    ],
  },
});
