import { Got } from "../../got";
import { defineRule } from "../../rule";
import { isProduction } from "../production";
import { isTrue } from "../values";

interface Database {
  readonly tags?: Readonly<Record<string, string>> | undefined;
  readonly deletionProtection?: boolean | undefined;
  readonly replicateSourceDb?: string | undefined;
}

export const databaseDeletionProtection = defineRule({
  id: "rds-database-deletion-protection",
  title: "Databases in production cannot be deleted in one step.",
  severity: "high",
  type: [
    "aws:rds/instance:Instance",
    "aws:rds/cluster:Cluster",
    "aws:docdb/cluster:Cluster",
    "aws:neptune/cluster:Cluster",
  ],
  remedy: "Set deletionProtection to true; to delete the database, lift it in a change of its own first.",
  fsbp: "RDS.8",
  references: [
    {
      title: "RDS.7 and RDS.8: clusters and instances should have deletion protection",
      url: "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-8",
    },
  ],
  evaluate: (database: Database, _, context) => {
    if (context.protect || isTrue(database.deletionProtection)) return [];
    // A replica can be made anew from its source, which is judged itself.
    if (database.replicateSourceDb != null || !isProduction(context, database.tags)) return [];
    return [
      {
        path: "deletionProtection",
        expected: "true in production",
        got: Got.of(database.deletionProtection),
      },
    ];
  },
  examples: {
    pass: [
      { name: "is protected", properties: { instanceClass: "db.m6g.large", deletionProtection: true } },
      { name: "is protected by the engine", protect: true, properties: { instanceClass: "db.m6g.large" } },
      { name: "is for development", environment: "dev", properties: { instanceClass: "db.t4g.micro" } },
      { name: "is a replica", properties: { instanceClass: "db.m6g.large", replicateSourceDb: "db" } },
    ],
    fail: [
      {
        name: "leaves the protection out, which is none",
        properties: { instanceClass: "db.m6g.large" },
        finds: ["deletionProtection: expected true in production, got no value"],
      },
      {
        name: "is a cluster in a stack for development, but its tag says production",
        type: "aws:rds/cluster:Cluster",
        environment: "dev",
        properties: {
          engine: "aurora-postgresql",
          deletionProtection: false,
          tags: { Environment: "production" },
        },
        finds: ["deletionProtection: expected true in production, got false"],
      },
    ],
  },
});
