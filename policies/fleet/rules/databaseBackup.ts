import { Got } from "../../got";
import { isProduction } from "../../production";
import { defineRule } from "../../rule";
import { numberOf } from "../../values";

interface Database {
  readonly tags?: Readonly<Record<string, string>> | undefined;
  readonly backupRetentionPeriod?: number | undefined;
  /** Redshift's name for it. */
  readonly automatedSnapshotRetentionPeriod?: number | undefined;
  readonly replicateSourceDb?: string | undefined;
}

const leastDays = 7;
const warehouse = { clusterIdentifier: "warehouse", nodeType: "ra3.xlplus" };

export const databaseBackup = defineRule({
  id: "rds-database-backup",
  title: "Databases in production are backed up for a week: mistakes are found after a weekend.",
  severity: "high",
  type: [
    "aws:rds/instance:Instance",
    "aws:rds/cluster:Cluster",
    "aws:docdb/cluster:Cluster",
    "aws:neptune/cluster:Cluster",
    "aws:redshift/cluster:Cluster",
  ],
  remedy: "Set backupRetentionPeriod (automatedSnapshotRetentionPeriod of Redshift) to 7 or more.",
  fsbp: "RDS.11",
  references: [
    {
      title: "RDS.11: instances should have automatic backups, for seven days",
      url: "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-11",
    },
  ],
  evaluate: (database: Database, _, context) => {
    const path =
      context.type === "aws:redshift/cluster:Cluster"
        ? "automatedSnapshotRetentionPeriod"
        : "backupRetentionPeriod";
    // Left out it is 0 days for an instance and 1 for a cluster.
    if ((numberOf(database[path]) ?? 0) >= leastDays) return [];
    if (database.replicateSourceDb != null || !isProduction(context, database.tags)) return [];
    return [
      {
        path,
        expected: `at least ${leastDays} days in production`,
        got: Got.of(database[path]),
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
      {
        name: "is of Redshift and backed up for two",
        type: "aws:redshift/cluster:Cluster",
        properties: { ...warehouse, automatedSnapshotRetentionPeriod: 14 },
      },
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
      {
        name: "is of Redshift and not backed up",
        type: "aws:redshift/cluster:Cluster",
        properties: { ...warehouse, automatedSnapshotRetentionPeriod: 0 },
        finds: ["automatedSnapshotRetentionPeriod: expected at least 7 days in production, got 0"],
      },
    ],
  },
});
