import fc from "fast-check";
import type { CacheConfig } from "../../../infra/config/sections/stores/caches";
import type { DatabaseConfig } from "../../../infra/config/sections/stores/databases";
import type { SessionTableConfig } from "../../../infra/config/sections/stores/sessionTables";
import type { StoresConfig } from "../../../infra/config/sections/stores/stores";

const windows = { backupWindow: "01:00-02:00", maintenanceWindow: "sun:03:00-sun:04:00" };
const version = fc.constantFrom<Pick<DatabaseConfig, "engine" | "engineVersion">>(
  { engine: "postgres", engineVersion: "17" },
  { engine: "mysql", engineVersion: "8.0" },
);

const database: fc.Arbitrary<DatabaseConfig> = fc
  .record({
    version,
    kind: fc.constantFrom("instance", "multiAzCluster", "aurora"),
    backupRetentionDays: fc.integer({ min: 7, max: 35 }),
    storageGiB: fc.integer({ min: 20, max: 1000 }),
    instances: fc.integer({ min: 2, max: 16 }),
    readReplicas: fc.integer({ min: 0, max: 15 }),
    allowDataLoss: fc.boolean(),
  })
  .map(({ version, kind, storageGiB, instances, readReplicas, ...rest }): DatabaseConfig => {
    const common = {
      ...version,
      ...windows,
      ...rest,
      instanceClass: "db.m6gd.large",
      databaseName: "orders",
      logRetentionDays: 14,
    } as const;
    switch (kind) {
      case "instance":
        return { kind, ...common, multiAz: true, storageGiB, maxStorageGiB: storageGiB * 2, readReplicas };
      case "multiAzCluster":
        return { kind, ...common, storageGiB };
      case "aurora":
        return { kind, ...common, instanceClass: "db.r7g.large", instances };
      default:
        return kind satisfies never;
    }
  });

const sessionTable: fc.Arbitrary<SessionTableConfig> = fc.record(
  {
    capacity: fc.oneof(
      fc.constant({ kind: "onDemand" } as const),
      fc.integer({ min: 1, max: 20_000 }).map((units) => ({
        kind: "provisioned" as const,
        minReadUnits: units,
        maxReadUnits: units * 2,
        minWriteUnits: units,
        maxWriteUnits: units,
      })),
    ),
    replicaRegions: fc.constant([]),
    allowDataLoss: fc.boolean(),
  },
  // Records of fast-check have no prototype by default, which strict equality tells from parsed ones.
  { noNullPrototype: true },
);

const cache: fc.Arbitrary<CacheConfig> = fc.constantFrom<CacheConfig>(
  {
    kind: "replicationGroup",
    engine: "valkey",
    engineVersion: "8.0",
    nodeType: "cache.m7g.large",
    nodes: 2,
    snapshotRetentionDays: 1,
    snapshotWindow: "01:00-02:00",
    maintenanceWindow: "sun:03:00-sun:04:00",
    logRetentionDays: 14,
    allowDataLoss: false,
  },
  {
    kind: "serverless",
    engine: "redis",
    majorVersion: "7",
    maxStorageGB: 5000,
    maxEcpuPerSecond: 1000,
    snapshotRetentionDays: 35,
    allowDataLoss: true,
  },
  {
    kind: "memcached",
    engineVersion: "1.6.22",
    nodeType: "cache.t4g.micro",
    nodes: 6,
    maintenanceWindow: "mon:23:00-tue:00:30",
    allowDataLoss: false,
  },
);

/** Any stores that every check accepts, in prod too. */
export const anyStores: fc.Arbitrary<StoresConfig> = fc
  .tuple(fc.boolean(), database, sessionTable, cache)
  .map(
    ([any, databaseConfig, sessionTableConfig, cacheConfig]): StoresConfig =>
      any
        ? {
            databases: { orders: databaseConfig },
            sessionTables: { sessions: sessionTableConfig },
            caches: { "page-cache": cacheConfig },
            buckets: {
              assets: { noncurrentVersionDays: 7, accessLogRetentionDays: 1, allowDataLoss: false },
            },
            fileSystems: {
              media: {
                throughput: "elastic",
                infrequentAccessAfterDays: 30,
                userId: 1000,
                allowDataLoss: false,
              },
            },
            logArchive: { retentionDays: 365, allowDataLoss: false },
          }
        : { databases: {}, sessionTables: {}, caches: {}, buckets: {}, fileSystems: {} },
  );
