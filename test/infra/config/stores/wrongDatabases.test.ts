import assert from "node:assert/strict";
import { editStackFile, itRefuses, refusalOf } from "../editedStackFile";
import { databases } from "./storeEdits";

describe("A stack file's databases", () => {
  itRefuses([
    [
      "refuse a version of PostgreSQL that does not exist",
      "dev",
      databases.instance({ engineVersion: '"13"' }),
      'Pulumi.dev.yaml:33:9: bakeline:stores.databases.orders.engineVersion: expected one of 14, 15, 16, 17, 18 for postgres, got "13" (string); write one of these, in quotes; a newer one belongs into infra/config/checks/stores/databases.ts first',
    ],
    [
      "refuse a minor version, which upgrades would leave",
      "dev",
      databases.instance({ engineVersion: '"17.2"' }),
      'Pulumi.dev.yaml:33:9: bakeline:stores.databases.orders.engineVersion: expected one of 14, 15, 16, 17, 18 for postgres, got "17.2" (string); write one of these, in quotes; a newer one belongs into infra/config/checks/stores/databases.ts first',
    ],
    [
      "refuse a version of MySQL that does not exist",
      "dev",
      databases.cluster({ engine: "mysql", engineVersion: '"9.1"' }),
      'Pulumi.dev.yaml:33:9: bakeline:stores.databases.orders.engineVersion: expected one of 8.0, 8.4 for mysql, got "9.1" (string); write one of these, in quotes; a newer one belongs into infra/config/checks/stores/databases.ts first',
    ],
    [
      "refuse a version that Aurora does not have",
      "dev",
      databases.aurora({ engine: "mysql", engineVersion: '"8.4"', instanceClass: "db.r7g.large" }),
      'Pulumi.dev.yaml:33:9: bakeline:stores.databases.orders.engineVersion: expected one of 8.0 for mysql, got "8.4" (string); write one of these, in quotes; a newer one belongs into infra/config/checks/stores/databases.ts first',
    ],
    [
      "refuse a version that is no text",
      "dev",
      databases.instance({ engineVersion: 17 }),
      'Pulumi.dev.yaml:33:9: bakeline:stores.databases.orders.engineVersion: expected a version in quotes, such as "17" or "8.4", got 17 (number); write the major version of PostgreSQL, or two numbers of MySQL, in quotes',
    ],
    [
      "refuse a class of EC2",
      "dev",
      databases.instance({ instanceClass: "m7g.large" }),
      'Pulumi.dev.yaml:34:9: bakeline:stores.databases.orders.instanceClass: expected a DB instance class such as db.t4g.medium, got "m7g.large" (string); choose one from https://aws.amazon.com/rds/instance-types/',
    ],
    [
      "refuse a class too old to encrypt",
      "dev",
      databases.instance({ instanceClass: "db.t2.micro" }),
      'Pulumi.dev.yaml:34:9: bakeline:stores.databases.orders.instanceClass: expected a class that can encrypt its storage, got "db.t2.micro" (string); choose a newer generation, such as db.t4g.medium',
    ],
    [
      "refuse a class without Performance Insights for MySQL",
      "dev",
      databases.instance({ engine: "mysql", engineVersion: '"8.4"', instanceClass: "db.t4g.small" }),
      'Pulumi.dev.yaml:34:9: bakeline:stores.databases.orders.instanceClass: expected a class that has Performance Insights with MySQL, got "db.t4g.small" (string); choose db.t4g.medium or a larger one',
    ],
    [
      "refuse a class without Performance Insights for Aurora MySQL",
      "dev",
      databases.aurora({ engine: "mysql", engineVersion: '"8.0"', instanceClass: "db.t3.medium" }),
      'Pulumi.dev.yaml:34:9: bakeline:stores.databases.orders.instanceClass: expected a class that has Performance Insights with MySQL, got "db.t3.medium" (string); choose db.t4g.medium or a larger one',
    ],
    [
      "refuse a class that Aurora does not have",
      "dev",
      databases.aurora({ instanceClass: "db.m7g.large" }),
      'Pulumi.dev.yaml:34:9: bakeline:stores.databases.orders.instanceClass: expected a class that Aurora has: db.r…, db.x2g, or medium and large of db.t3 and db.t4g, got "db.m7g.large" (string); choose one of these, or another kind',
    ],
    [
      "refuse a class without disks of its own for a Multi-AZ cluster",
      "dev",
      databases.cluster({ instanceClass: "db.m7g.large" }),
      'Pulumi.dev.yaml:34:9: bakeline:stores.databases.orders.instanceClass: expected a class of db.c6gd, db.m5d, db.m6gd, db.m6id, db.m6idn, db.m8gd, db.r5d, db.r6gd, db.r6id, db.r6idn, db.r8gd, db.x2iedn, of which only db.c6gd has a medium, got "db.m7g.large" (string); choose one of these, or kind: instance with multiAz',
    ],
    [
      "refuse a medium class that a Multi-AZ cluster cannot have",
      "dev",
      databases.cluster({ instanceClass: "db.m6gd.medium" }),
      'Pulumi.dev.yaml:34:9: bakeline:stores.databases.orders.instanceClass: expected a class of db.c6gd, db.m5d, db.m6gd, db.m6id, db.m6idn, db.m8gd, db.r5d, db.r6gd, db.r6id, db.r6idn, db.r8gd, db.x2iedn, of which only db.c6gd has a medium, got "db.m6gd.medium" (string); choose one of these, or kind: instance with multiAz',
    ],
    [
      "refuse less storage than gp3 has",
      "dev",
      databases.instance({ storageGiB: 19 }),
      "Pulumi.dev.yaml:39:9: bakeline:stores.databases.orders.storageGiB: expected an integer from 20 to 65536, got 19 (number); choose what a year needs; maxStorageGiB lets it grow",
    ],
    [
      "refuse more storage than gp3 has",
      "dev",
      databases.instance({ storageGiB: 65537 }),
      "Pulumi.dev.yaml:39:9: bakeline:stores.databases.orders.storageGiB: expected an integer from 20 to 65536, got 65537 (number); choose what a year needs; maxStorageGiB lets it grow",
    ],
    [
      "refuse less storage than a cluster's gp3 has",
      "dev",
      databases.cluster({ storageGiB: 10 }),
      "Pulumi.dev.yaml:38:9: bakeline:stores.databases.orders.storageGiB: expected an integer from 20 to 65536, got 10 (number); choose what a year needs; a Multi-AZ cluster does not grow by itself",
    ],
    [
      "refuse growth that is less than a tenth",
      "dev",
      databases.instance({ maxStorageGiB: 109 }),
      "Pulumi.dev.yaml:40:9: bakeline:stores.databases.orders.maxStorageGiB: expected at least a tenth more than storageGiB (111), got 109 (number); raise it, or leave it out",
    ],
    [
      "refuse growth of a Multi-AZ cluster, which has none",
      "dev",
      databases.cluster({ maxStorageGiB: 200 }),
      "Pulumi.dev.yaml:39:9: bakeline:stores.databases.orders.maxStorageGiB: expected one of kind, engine, engineVersion, instanceClass, databaseName, backupRetentionDays, backupWindow, maintenanceWindow, backupCopyRegion, logRetentionDays, allowDataLoss, storageGiB, got an unknown key (a number); remove it, storageGiB is there already",
    ],
    [
      "refuse more read replicas than RDS makes",
      "dev",
      databases.instance({ readReplicas: 16 }),
      "Pulumi.dev.yaml:40:9: bakeline:stores.databases.orders.readReplicas: expected an integer from 0 to 15, got 16 (number); choose how many carry the reads that may be seconds old",
    ],
    [
      "refuse a backup window that meets the maintenance window",
      "dev",
      databases.instance({ backupWindow: "03:30-04:30" }),
      'Pulumi.dev.yaml:40:9: bakeline:stores.databases.orders.backupWindow: expected a window that does not meet maintenanceWindow (sun:03:00-sun:04:00), got "03:30-04:30" (string); move one of the two',
    ],
    [
      "refuse windows that meet over midnight",
      "dev",
      databases.instance({ backupWindow: "23:30-00:30", maintenanceWindow: "mon:00:00-mon:01:00" }),
      'Pulumi.dev.yaml:40:9: bakeline:stores.databases.orders.backupWindow: expected a window that does not meet maintenanceWindow (mon:00:00-mon:01:00), got "23:30-00:30" (string); move one of the two',
    ],
    [
      "refuse windows that meet over the end of the week",
      "dev",
      databases.instance({ backupWindow: "00:30-01:00", maintenanceWindow: "sun:23:30-mon:01:00" }),
      'Pulumi.dev.yaml:40:9: bakeline:stores.databases.orders.backupWindow: expected a window that does not meet maintenanceWindow (sun:23:30-mon:01:00), got "00:30-01:00" (string); move one of the two',
    ],
    [
      "refuse a backup window that is too short",
      "dev",
      databases.instance({ backupWindow: "01:00-01:29" }),
      'Pulumi.dev.yaml:40:9: bakeline:stores.databases.orders.backupWindow: expected a window of at least 30 minutes, got "01:00-01:29" (string); move its end, or its beginning',
    ],
    [
      "refuse a maintenance window that is too short",
      "dev",
      databases.instance({ maintenanceWindow: "sun:03:00-sun:03:15" }),
      'Pulumi.dev.yaml:40:9: bakeline:stores.databases.orders.maintenanceWindow: expected a window of at least 30 minutes, got "sun:03:00-sun:03:15" (string); move its end, or its beginning',
    ],
    [
      "refuse a window that is no time of day",
      "dev",
      databases.instance({ backupWindow: "24:00-25:00" }),
      'Pulumi.dev.yaml:40:9: bakeline:stores.databases.orders.backupWindow: expected a daily window in UTC such as 01:00-02:00, got "24:00-25:00" (string); write two times of day, hours and minutes, with a hyphen between',
    ],
    [
      "refuse to keep no backup",
      "dev",
      databases.instance({ backupRetentionDays: 0 }),
      "Pulumi.dev.yaml:36:9: bakeline:stores.databases.orders.backupRetentionDays: expected an integer from 1 to 35, got 0 (number); choose how far back a mistake may be found",
    ],
    [
      "refuse to keep backups for longer than RDS does",
      "dev",
      databases.instance({ backupRetentionDays: 36 }),
      "Pulumi.dev.yaml:36:9: bakeline:stores.databases.orders.backupRetentionDays: expected an integer from 1 to 35, got 36 (number); choose how far back a mistake may be found",
    ],
    [
      "refuse to keep backups for less than a week in prod",
      "prod",
      databases.instance({ backupRetentionDays: 6 }),
      "Pulumi.prod.yaml:37:9: bakeline:stores.databases.orders.backupRetentionDays: expected at least 7 in prod, got 6 (number); write 7 or more",
    ],
    [
      "refuse an instance without a standby in prod",
      "prod",
      databases.instance({ multiAz: false }),
      "Pulumi.prod.yaml:39:9: bakeline:stores.databases.orders.multiAz: expected true in prod, got false (boolean); write true: without a standby its zone's outage is the database's",
    ],
    [
      "refuse a cluster of one in prod",
      "prod",
      databases.aurora({ instances: 1 }),
      "Pulumi.prod.yaml:39:9: bakeline:stores.databases.orders.instances: expected at least 2 in prod, got 1 (number); write 2 or more",
    ],
    [
      "refuse a copy in the stack's own region",
      "dev",
      databases.instance({ backupCopyRegion: "eu-west-1" }),
      'Pulumi.dev.yaml:40:9: bakeline:stores.databases.orders.backupCopyRegion: expected a region other than aws:region (eu-west-1), got "eu-west-1" (string); choose another, or leave it out',
    ],
    [
      "refuse a copy in a region that does not exist",
      "dev",
      databases.instance({ backupCopyRegion: "eu-west-9" }),
      'Pulumi.dev.yaml:40:9: bakeline:stores.databases.orders.backupCopyRegion: expected the name of an AWS region, got "eu-west-9" (string); choose one of infra/config/awsRegions.ts',
    ],
    [
      "refuse a copy in another partition",
      "dev",
      databases.instance({ backupCopyRegion: "cn-north-1" }),
      'Pulumi.dev.yaml:40:9: bakeline:stores.databases.orders.backupCopyRegion: expected a region of the partition of aws:region (aws), got "cn-north-1" (string); choose another',
    ],
    [
      "refuse a copy of a Multi-AZ cluster's backups, which RDS does not make",
      "dev",
      databases.cluster({ backupCopyRegion: "eu-central-1" }),
      'Pulumi.dev.yaml:39:9: bakeline:stores.databases.orders.backupCopyRegion: expected nothing, because RDS copies no automated backups of a cluster (kind: multiAzCluster) to another region, got "eu-central-1" (string); choose kind: instance with multiAz, or leave it out and say elsewhere how the region\'s loss is survived',
    ],
    [
      "refuse a copy of Aurora's backups, which RDS does not make",
      "dev",
      databases.aurora({ backupCopyRegion: "eu-central-1" }),
      'Pulumi.dev.yaml:39:9: bakeline:stores.databases.orders.backupCopyRegion: expected nothing, because RDS copies no automated backups of a cluster (kind: aurora) to another region, got "eu-central-1" (string); choose kind: instance with multiAz, or leave it out and say elsewhere how the region\'s loss is survived',
    ],
  ]);

  it("refuse a Multi-AZ cluster where there are two zones", () => {
    const zones = ["[eu-west-1a, eu-west-1b, eu-west-1c]", "[eu-west-1a, eu-west-1b]"] as const;
    assert.deepEqual(refusalOf("dev", editStackFile("dev", [zones, databases.cluster({})])), [
      'Pulumi.dev.yaml:31:9: bakeline:stores.databases.orders.kind: expected three zones in network.availabilityZones (2 there) for a multiAzCluster, got "multiAzCluster" (string); name a third zone, or choose kind: instance with multiAz',
    ]);
  });
});
