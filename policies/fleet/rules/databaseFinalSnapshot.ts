import { Got } from "../../got";
import { isProduction } from "../../production";
import { defineRule } from "../../rule";
import { isFalse } from "../../values";

interface Database {
  readonly tags?: Readonly<Record<string, string>> | undefined;
  readonly skipFinalSnapshot?: boolean | undefined;
  readonly replicateSourceDb?: string | undefined;
}

export const databaseFinalSnapshot = defineRule({
  id: "rds-database-final-snapshot",
  title: "Databases in production leave a snapshot behind when they are deleted.",
  severity: "high",
  type: [
    "aws:rds/instance:Instance",
    "aws:rds/cluster:Cluster",
    "aws:docdb/cluster:Cluster",
    "aws:neptune/cluster:Cluster",
    "aws:redshift/cluster:Cluster",
  ],
  remedy: "Set skipFinalSnapshot to false and name the snapshot in finalSnapshotIdentifier.",
  references: [
    {
      title: "Deleting a DB instance: considerations for a final snapshot",
      url: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_DeleteInstance.html",
    },
  ],
  evaluate: (database: Database, _, context) => {
    const skip: unknown = database.skipFinalSnapshot;
    if (skip == null || isFalse(skip)) return [];
    // A replica leaves no snapshot in any case.
    if (database.replicateSourceDb != null || !isProduction(context, database.tags)) return [];
    return [{ path: "skipFinalSnapshot", expected: "false in production", got: Got.of(skip, ["true"]) }];
  },
  examples: {
    pass: [
      { name: "leaves it out, which takes a snapshot", properties: { instanceClass: "db.m6g.large" } },
      {
        name: "is for tests",
        environment: "test",
        properties: { instanceClass: "db.t4g.micro", skipFinalSnapshot: true },
      },
    ],
    fail: [
      {
        name: "skips the snapshot",
        properties: { instanceClass: "db.m6g.large", skipFinalSnapshot: true },
        finds: ["skipFinalSnapshot: expected false in production, got true"],
      },
      {
        name: "is of Redshift and skips it",
        type: "aws:redshift/cluster:Cluster",
        properties: { clusterIdentifier: "warehouse", nodeType: "ra3.xlplus", skipFinalSnapshot: true },
        finds: ["skipFinalSnapshot: expected false in production, got true"],
      },
    ],
  },
});
