import { itRefuses } from "../editedStackFile";
import { bucket, databases, fileSystem, sessionTable, twice } from "./storeEdits";

describe("A stack file's stores", () => {
  itRefuses([
    [
      "refuse a table whose least reads are more than its most",
      "dev",
      sessionTable(
        "{kind: provisioned, minReadUnits: 20, maxReadUnits: 10, minWriteUnits: 1, maxWriteUnits: 1}",
      ),
      "Pulumi.dev.yaml:31:39: bakeline:stores.sessionTables.sessions.capacity.minReadUnits: expected at most maxReadUnits (10), got 20 (number); raise maxReadUnits or lower minReadUnits",
    ],
    [
      "refuse a table whose least writes are more than its most",
      "dev",
      sessionTable(
        "{kind: provisioned, minReadUnits: 1, maxReadUnits: 1, minWriteUnits: 2, maxWriteUnits: 1}",
      ),
      "Pulumi.dev.yaml:31:73: bakeline:stores.sessionTables.sessions.capacity.minWriteUnits: expected at most maxWriteUnits (1), got 2 (number); raise maxWriteUnits or lower minWriteUnits",
    ],
    [
      "refuse more units than a table's quota",
      "dev",
      sessionTable(
        "{kind: provisioned, minReadUnits: 1, maxReadUnits: 40001, minWriteUnits: 1, maxWriteUnits: 1}",
      ),
      "Pulumi.dev.yaml:31:56: bakeline:stores.sessionTables.sessions.capacity.maxReadUnits: expected an integer from 1 to 40000, got 40001 (number); choose what the load needs; 40,000 is the quota of a table",
    ],
    [
      "refuse a replica in the table's own region",
      "dev",
      sessionTable("{kind: onDemand}", "[eu-west-1]"),
      'Pulumi.dev.yaml:32:26: bakeline:stores.sessionTables.sessions.replicaRegions[0]: expected a region other than aws:region (eu-west-1), got "eu-west-1" (string); choose another, or leave it out',
    ],
    [
      "refuse a second replica in one region",
      "dev",
      sessionTable("{kind: onDemand}", "[eu-central-1, eu-central-1]"),
      'Pulumi.dev.yaml:32:40: bakeline:stores.sessionTables.sessions.replicaRegions[1]: expected each region once, got "eu-central-1" (string); remove it',
    ],
    [
      "refuse a replica in a region that does not exist",
      "dev",
      sessionTable("{kind: onDemand}", "[eu-centre-1]"),
      'Pulumi.dev.yaml:32:26: bakeline:stores.sessionTables.sessions.replicaRegions[0]: expected the name of an AWS region, got "eu-centre-1" (string); choose one of infra/config/awsRegions.ts',
    ],
    [
      "refuse a replica in another partition",
      "dev",
      sessionTable("{kind: onDemand}", "[us-gov-west-1]"),
      'Pulumi.dev.yaml:32:26: bakeline:stores.sessionTables.sessions.replicaRegions[0]: expected a region of the partition of aws:region (aws), got "us-gov-west-1" (string); choose another',
    ],
    [
      "refuse a name too long for AWS",
      "dev",
      bucket({}, "a-name-that-is-long"),
      "Pulumi.dev.yaml:30:7: bakeline:stores.buckets.a-name-that-is-long: expected a name of up to 18 lower-case letters, digits and single inner hyphens, got an unknown key (a map of 2 keys); rename the store, in infra/workloads too",
    ],
    [
      "refuse a name in capitals",
      "dev",
      bucket({}, "Assets"),
      "Pulumi.dev.yaml:30:7: bakeline:stores.buckets.Assets: expected a name of up to 18 lower-case letters, digits and single inner hyphens, got an unknown key (a map of 2 keys); rename the store, in infra/workloads too",
    ],
    [
      "refuse a name with two hyphens in a row",
      "dev",
      databases.instance({}, "order--log"),
      "Pulumi.dev.yaml:30:7: bakeline:stores.databases.order--log: expected a name of up to 18 lower-case letters, digits and single inner hyphens, got an unknown key (a map of 9 keys); rename the store, in infra/workloads too",
    ],
    [
      "refuse a name that begins with a workload's",
      "dev",
      bucket({}, "web-assets"),
      "Pulumi.dev.yaml:30:7: bakeline:stores.buckets.web-assets: expected a name that does not begin with a workload's (web), got an unknown key (a map of 2 keys); rename the store, in infra/workloads too",
    ],
    [
      "refuse one name for two stores",
      "dev",
      twice,
      "Pulumi.dev.yaml:32:7: bakeline:stores.fileSystems.media: expected a name that no other store has (buckets has it), got an unknown key (a map of 2 keys); rename the store, in infra/workloads too",
    ],
    [
      "refuse to move objects sooner than S3 does",
      "dev",
      bucket({ infrequentAccessAfterDays: 29 }),
      "Pulumi.dev.yaml:33:9: bakeline:stores.buckets.assets.infrequentAccessAfterDays: expected an integer from 30 to 3650, got 29 (number); choose 30 or more: S3 moves nothing sooner",
    ],
    [
      "refuse to bring back less than a week of objects in prod",
      "prod",
      bucket({ noncurrentVersionDays: 6 }),
      "Pulumi.prod.yaml:32:9: bakeline:stores.buckets.assets.noncurrentVersionDays: expected at least 7 in prod, got 6 (number); write 7 or more",
    ],
    [
      "refuse days that EFS does not know",
      "dev",
      fileSystem({ infrequentAccessAfterDays: 31 }),
      "Pulumi.dev.yaml:33:9: bakeline:stores.fileSystems.media.infrequentAccessAfterDays: expected one of 7, 14, 30, 60, 90, got 31 (number); choose one of the numbers of days that EFS knows",
    ],
    [
      "refuse the files of a system's own user",
      "dev",
      fileSystem({ userId: 0 }),
      "Pulumi.dev.yaml:32:9: bakeline:stores.fileSystems.media.userId: expected an integer from 1000 to 65533, got 0 (number); choose the id that the services run as",
    ],
  ]);
});
