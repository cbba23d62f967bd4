import assert from "node:assert/strict";
import { recordStack, recordWholeStack } from "../recordEstate";
import { type Recorded, type RecordedEstate, valueAt } from "../recordedEstate";

/** What holds data in each type, and what shows that it is encrypted, backed up and protected; null where AWS has no such thing. */
interface Demands {
  readonly encrypted: ((inputs: Recorded["inputs"], estate: RecordedEstate, name: string) => boolean) | null;
  readonly backedUp: ((inputs: Recorded["inputs"], estate: RecordedEstate, name: string) => boolean) | null;
  /** In AWS; Pulumi's own protection is the engine's to show: test/review/statefulChanges.test.ts. */
  readonly deletionProtected:
    | ((inputs: Recorded["inputs"], estate: RecordedEstate, name: string) => boolean)
    | null;
}

const isKey = (value: unknown) => /^arn:aws:kms:[a-z0-9-]+:\d{12}:key\//.test(String(value));

const database: Demands = {
  encrypted: (inputs) =>
    inputs.storageEncrypted === true && isKey(inputs.kmsKeyId) && isKey(inputs.masterUserSecretKmsKeyId),
  backedUp: (inputs) => Number(inputs.backupRetentionPeriod) >= 7 && inputs.deleteAutomatedBackups === false,
  deletionProtected: (inputs) =>
    inputs.deletionProtection === true &&
    inputs.skipFinalSnapshot === false &&
    inputs.finalSnapshotIdentifier !== undefined,
};

const demands: Readonly<Record<string, Demands>> = {
  "rds/instance:Instance": database,
  "rds/cluster:Cluster": database,
  "dynamodb/table:Table": {
    encrypted: ({ serverSideEncryption, replicas }) =>
      isKey(valueAt(serverSideEncryption, "kmsKeyArn")) &&
      (!Array.isArray(replicas) || replicas.every((replica) => isKey(valueAt(replica, "kmsKeyArn")))),
    backedUp: ({ pointInTimeRecovery }) => valueAt(pointInTimeRecovery, "enabled") === true,
    deletionProtected: (inputs) => inputs.deletionProtectionEnabled === true,
  },
  "elasticache/replicationGroup:ReplicationGroup": {
    encrypted: (inputs) =>
      String(inputs.atRestEncryptionEnabled) === "true" &&
      inputs.transitEncryptionEnabled === true &&
      isKey(inputs.kmsKeyId),
    backedUp: (inputs) => Number(inputs.snapshotRetentionLimit) >= 1,
    // ElastiCache has no such switch: a last snapshot is what it offers.
    deletionProtected: (inputs) => inputs.finalSnapshotIdentifier !== undefined,
  },
  "elasticache/serverlessCache:ServerlessCache": {
    encrypted: (inputs) => isKey(inputs.kmsKeyId),
    backedUp: (inputs) => Number(inputs.snapshotRetentionLimit) >= 1,
    deletionProtected: null,
  },
  // Memcached: in memory only, without snapshots and without a switch.
  "elasticache/cluster:Cluster": {
    encrypted: (inputs) => inputs.transitEncryptionEnabled === true,
    backedUp: null,
    deletionProtected: null,
  },
  "s3/bucket:Bucket": {
    encrypted: (_inputs, estate, name) =>
      estate
        .all("BucketServerSideEncryptionConfiguration")
        .some((it) => it.name === name && JSON.stringify(it.inputs.rules).includes("sseAlgorithm")),
    backedUp: (_inputs, estate, name) =>
      // What is delivered once and never changed needs no versions.
      name.endsWith("-requests") || estate.all("BucketVersioning").some((it) => it.name === name),
    // A bucket that is not empty cannot be deleted.
    deletionProtected: (inputs) => inputs.forceDestroy === false,
  },
  "efs/fileSystem:FileSystem": {
    encrypted: (inputs) => inputs.encrypted === true && isKey(inputs.kmsKeyId),
    backedUp: (_inputs, estate, name) =>
      estate
        .all("BackupPolicy")
        .some((it) => it.name === name && valueAt(it.inputs.backupPolicy, "status") === "ENABLED"),
    deletionProtected: null,
  },
};

/** What holds a store's data says so itself, by its tag. */
function statefulOf(estate: RecordedEstate): Recorded[] {
  return estate.resources.filter(({ inputs }) => valueAt(inputs.tags, "bakeline:store") !== undefined);
}

function kindOf({ type }: Recorded): string {
  return type.replace(/^aws:/, "");
}

for (const stack of ["dev", "prod"])
  describe(`every store of ${stack}`, function () {
    this.timeout(20_000);
    let estate: RecordedEstate;
    before(async () => {
      estate = await recordStack(stack);
    });

    it("is of a kind that these tests know, and all kinds are there", () => {
      assert.deepEqual([...new Set(statefulOf(estate).map(kindOf))].sort(), Object.keys(demands).sort());
    });

    it("is encrypted, by a key of ours wherever AWS takes one", () => {
      const open = statefulOf(estate).filter(
        (it) => demands[kindOf(it)]?.encrypted?.(it.inputs, estate, it.name) === false,
      );
      assert.deepEqual(
        open.map(({ name }) => name),
        [],
      );
    });

    it("has an alarm whose topic is told", () => {
      const alarms = estate.all("MetricAlarm").filter(({ inputs }) => Array.isArray(inputs.alarmActions));
      const names = new Set(
        statefulOf(estate).map(({ inputs }) => String(valueAt(inputs.tags, "bakeline:store"))),
      );
      const silent = [...names].filter((store) => !alarms.some(({ name }) => name.startsWith(`${store}-`)));
      assert.deepEqual(silent, []);
    });

    it("keeps every log group for a while, by a key of ours, as the hosts beside it do", async () => {
      const wrong = (await recordWholeStack(stack))
        .all("LogGroup")
        .filter(({ inputs }) => !(Number(inputs.retentionInDays) > 0) || !isKey(inputs.kmsKeyId));
      assert.deepEqual(
        wrong.map(({ name }) => name),
        [],
      );
    });

    it("has no cache user with a password: IAM says who logs in, and who may is named by that name", () => {
      const users = estate.all("User").filter(({ type }) => type.startsWith("aws:elasticache/"));
      const off = users.filter(({ inputs }) => inputs.accessString === "off ~* -@all");
      const logins = users.filter((user) => !off.includes(user));
      assert.deepEqual(
        logins.filter(
          ({ inputs }) =>
            valueAt(inputs.authenticationMode, "type") !== "iam" || inputs.userName !== inputs.userId,
        ),
        [],
      );
      assert.deepEqual([logins.length > 0, off.map(({ name }) => name)], [true, ["limits-default"]]);
    });

    it("takes no connection without TLS", () => {
      const forced = estate.all("ParameterGroup").concat(estate.all("ClusterParameterGroup"));
      const parameters = forced
        .filter(({ type }) => type.startsWith("aws:rds/"))
        .map(({ name, inputs }) => [
          name,
          valueAt(inputs.parameters, 0, "name"),
          valueAt(inputs.parameters, 0, "value"),
        ]);
      assert.deepEqual(parameters.sort(), [
        ["billing", "require_secure_transport", "1"],
        ["orders", "rds.force_ssl", "1"],
        ["reports", "rds.force_ssl", "1"],
      ]);
    });

    it("stands in private subnets, behind a group that lets nobody in but workloads that name it", () => {
      const stores = new Set(estate.all("SecurityGroup").map(({ name }) => name));
      const open = estate
        .all("SecurityGroupIngressRule")
        .filter(({ inputs }) => inputs.cidrIpv4 !== undefined)
        .map(({ name }) => name);
      assert.deepEqual(
        open.filter((name) => !name.startsWith("load-balancer")),
        [],
      );
      assert.ok(stores.has("orders"));
      for (const { inputs } of [...estate.all("Instance"), ...estate.all("ClusterInstance")])
        assert.equal(inputs.publiclyAccessible, false);
    });
  });

describe("every store of prod", () => {
  let prod: RecordedEstate;
  before(async () => {
    prod = await recordStack("prod");
  });

  it("is backed up, wherever AWS can", () => {
    const lost = statefulOf(prod).filter(
      (it) => demands[kindOf(it)]?.backedUp?.(it.inputs, prod, it.name) === false,
    );
    assert.deepEqual(
      lost.map(({ name }) => name),
      [],
    );
  });

  it("is protected from deletion in AWS, wherever AWS can", () => {
    const loose = statefulOf(prod).filter(
      (it) => demands[kindOf(it)]?.deletionProtected?.(it.inputs, prod, it.name) === false,
    );
    assert.deepEqual(
      loose.map(({ name }) => name),
      [],
    );
  });
});
