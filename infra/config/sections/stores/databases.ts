import * as z from "zod";
import { logRetentionDays } from "../../logRetention";
import { choice, guidanceOf, integer, text } from "../../setting";
import { allowDataLoss } from "./dataLoss";
import { regionName } from "./regionName";
import { dailyWindow, weeklyWindow } from "./windows";

const common = {
  engine: choice(["postgres", "mysql"], {
    description: "The database engine. Another one means another database.",
    remedy: "choose the one that the workloads speak",
  }),
  engineVersion: text(/^\d+(\.\d+)?$/, {
    description:
      "The version that upgrades never leave by themselves: the major one of PostgreSQL (17), two numbers of MySQL (8.4). Minor versions come in maintenanceWindow.",
    expected: 'a version in quotes, such as "17" or "8.4"',
    remedy: "write the major version of PostgreSQL, or two numbers of MySQL, in quotes",
  }),
  instanceClass: text(/^db\.[a-z0-9-]+\.[a-z0-9]+$/, {
    description: "Class of each instance: https://aws.amazon.com/rds/instance-types/",
    expected: "a DB instance class such as db.t4g.medium",
    remedy: "choose one from https://aws.amazon.com/rds/instance-types/",
  }),
  databaseName: text(/^[a-z][a-z0-9_]{0,62}$/, {
    description: "The database that is made with the server. Another name means another server.",
    expected: "up to 63 lower-case letters, digits and underscores, beginning with a letter",
    remedy: "write a name such as orders",
  }),
  backupRetentionDays: integer(1, 35, {
    description: "Days to which the database can be restored, to the second. prod: at least 7.",
    remedy: "choose how far back a mistake may be found",
  }),
  backupWindow: dailyWindow("When the daily backup is taken, in UTC.").default("01:00-02:00"),
  maintenanceWindow: weeklyWindow("When minor versions and patches are installed, in UTC.").default(
    "sun:03:00-sun:04:00",
  ),
  backupCopyRegion: regionName(
    "Where backups are copied as well, for the day on which the stack's own region is lost. Omitted: nowhere. Of kind instance only: RDS copies no cluster's automated backups.",
  ).optional(),
  logRetentionDays: logRetentionDays("Days that the logs which the engine exports are kept."),
  allowDataLoss,
};

export const databaseSchema = z
  .discriminatedUnion("kind", [
    z.strictObject({
      kind: z.literal("instance"),
      ...common,
      multiAz: z
        .boolean()
        .describe(
          "Whether a standby in another zone takes over in a minute or two. Doubles the price. prod: true.",
        )
        .register(guidanceOf, {
          expected: "true or false",
          remedy: "write true where an outage of hours is too long",
        }),
      storageGiB: integer(20, 65_536, {
        description: "Size of the encrypted gp3 storage in GiB. It never shrinks.",
        remedy: "choose what a year needs; maxStorageGiB lets it grow",
      }),
      maxStorageGiB: integer(22, 65_536, {
        description: "Up to what the storage grows by itself. Omitted: it does not.",
        remedy: "choose at least a tenth more than storageGiB",
      }).optional(),
      readReplicas: integer(0, 15, {
        description: "Read replicas, each billed like the instance.",
        remedy: "choose how many carry the reads that may be seconds old",
      }).default(0),
    }),
    z.strictObject({
      kind: z.literal("multiAzCluster"),
      ...common,
      storageGiB: integer(20, 65_536, {
        description: "Size of the encrypted gp3 storage in GiB. It never shrinks.",
        remedy: "choose what a year needs; a Multi-AZ cluster does not grow by itself",
      }),
    }),
    z.strictObject({
      kind: z.literal("aurora"),
      ...common,
      instances: integer(1, 16, {
        description: "Instances of the cluster: one writes, the others read and take over. prod: at least 2.",
        remedy: "choose 1, or 2 and more to survive the loss of a zone",
      }),
    }),
  ])
  .describe(
    "instance: one server, with a standby if multiAz. multiAzCluster: one writer and two readers in three zones. aurora: a cluster of instances on shared storage.",
  )
  .register(guidanceOf, {
    expected: "a database of kind instance, multiAzCluster or aurora",
    remedy: "indent its settings below its name, kind first",
  });

export type DatabaseConfig = z.output<typeof databaseSchema>;
