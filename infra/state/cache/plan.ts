import type { CacheConfig } from "../../config/sections/stores/caches";
import type { StoreUse } from "../../workloads/workload";

type Kind<K extends CacheConfig["kind"]> = Extract<CacheConfig, { kind: K }>;
export type ReplicationGroupConfig = Kind<"replicationGroup">;
export type ServerlessConfig = Kind<"serverless">;
export type MemcachedConfig = Kind<"memcached">;

/** Memcached has a port of its own; a serverless cache serves readers one above. */
export function cachePorts({ kind }: Pick<CacheConfig, "kind">): {
  readonly from: number;
  readonly to: number;
} {
  switch (kind) {
    case "replicationGroup":
      return { from: 6379, to: 6379 };
    case "serverless":
      return { from: 6379, to: 6380 };
    case "memcached":
      return { from: 11_211, to: 11_211 };
    default:
      return kind satisfies never;
  }
}

/** The family of parameter groups: `valkey8`, `redis7`, `memcached1.6`. */
export function cacheFamily(config: ReplicationGroupConfig | MemcachedConfig): string {
  const [major = "", minor = ""] = config.engineVersion.split(".");
  return config.kind === "memcached" ? `memcached${major}.${minor}` : `${config.engine}${major}`;
}

/** What is old goes first when memory is full: a cache that refuses writes is an outage. Memcached does so by itself. */
export const cacheParameters = [{ name: "maxmemory-policy", value: "allkeys-lru" }];

/** The group less its surroundings, which only AWS can name. */
export function planReplicationGroup(replicationGroupId: string, config: ReplicationGroupConfig) {
  const survives = config.nodes > 1;
  return {
    replicationGroupId,
    engine: config.engine,
    engineVersion: config.engineVersion,
    nodeType: config.nodeType,
    numCacheClusters: config.nodes,
    automaticFailoverEnabled: survives,
    multiAzEnabled: survives,
    atRestEncryptionEnabled: true,
    transitEncryptionEnabled: true,
    transitEncryptionMode: "required",
    port: cachePorts(config).from,
    snapshotRetentionLimit: config.snapshotRetentionDays,
    // A window without snapshots is refused.
    ...(config.snapshotRetentionDays === 0 ? {} : { snapshotWindow: config.snapshotWindow }),
    ...(config.allowDataLoss ? {} : { finalSnapshotIdentifier: `${replicationGroupId}-final` }),
    maintenanceWindow: config.maintenanceWindow,
    autoMinorVersionUpgrade: true,
    applyImmediately: false,
  };
}

/** Encrypted at rest and in transit whatever one says. */
export function planServerlessCache(name: string, config: ServerlessConfig) {
  return {
    name,
    engine: config.engine,
    majorEngineVersion: config.majorVersion,
    snapshotRetentionLimit: config.snapshotRetentionDays,
    cacheUsageLimits: {
      dataStorage: { maximum: config.maxStorageGB, unit: "GB" },
      ecpuPerSeconds: [{ maximum: config.maxEcpuPerSecond }],
    },
  };
}

/** In memory only, so there is nothing to encrypt at rest, and nothing to back up. */
export function planMemcached(clusterId: string, config: MemcachedConfig) {
  return {
    clusterId,
    engine: "memcached",
    engineVersion: config.engineVersion,
    nodeType: config.nodeType,
    numCacheNodes: config.nodes,
    azMode: config.nodes > 1 ? "cross-az" : "single-az",
    transitEncryptionEnabled: true,
    port: cachePorts(config).from,
    maintenanceWindow: config.maintenanceWindow,
    applyImmediately: false,
  };
}

/** What a workload's user may do: https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Clusters.RBAC.html#Access-string */
export function accessString(access: StoreUse["access"]): string {
  switch (access) {
    case "read":
      return "on ~* -@all +@read +@connection";
    case "write":
      return "on ~* +@all -@admin -@dangerous";
    case "administer":
      return "on ~* +@all";
    default:
      return access satisfies never;
  }
}
