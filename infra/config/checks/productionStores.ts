import { type Finding, type SettingPath, wrong } from "../finding";
import type { PartialConfig } from "../partialConfig";
import type { CacheConfig } from "../sections/stores/caches";
import type { DatabaseConfig } from "../sections/stores/databases";

/** What a store in prod may not do without: a second zone, and a way back from a mistake. */
export function productionStoreProblems({ environment, stores }: PartialConfig): Finding[] {
  if (environment !== "prod") return [];
  return [
    ...Object.entries(stores.databases).flatMap(([name, it]) =>
      databaseProblems(["stores", "databases", name], it),
    ),
    ...Object.entries(stores.caches).flatMap(([name, it]) => cacheProblems(["stores", "caches", name], it)),
    ...Object.entries(stores.buckets).flatMap(([name, { noncurrentVersionDays }]) =>
      atLeast(["stores", "buckets", name, "noncurrentVersionDays"], noncurrentVersionDays, 7),
    ),
  ];
}

function databaseProblems(path: SettingPath, database: DatabaseConfig): Finding[] {
  return [
    ...atLeast([...path, "backupRetentionDays"], database.backupRetentionDays, 7),
    ...(database.kind === "instance" && !database.multiAz
      ? [
          wrong(
            [...path, "multiAz"],
            "true in prod",
            "write true: without a standby its zone's outage is the database's",
          ),
        ]
      : []),
    ...(database.kind === "aurora" ? atLeast([...path, "instances"], database.instances, 2) : []),
  ];
}

function cacheProblems(path: SettingPath, cache: CacheConfig): Finding[] {
  switch (cache.kind) {
    case "replicationGroup":
      return [
        ...atLeast([...path, "nodes"], cache.nodes, 2),
        ...atLeast([...path, "snapshotRetentionDays"], cache.snapshotRetentionDays, 1),
      ];
    case "serverless":
      return atLeast([...path, "snapshotRetentionDays"], cache.snapshotRetentionDays, 1);
    case "memcached":
      return atLeast([...path, "nodes"], cache.nodes, 2);
    default:
      return cache satisfies never;
  }
}

function atLeast(path: SettingPath, value: number, least: number): Finding[] {
  return value >= least ? [] : [wrong(path, `at least ${least} in prod`, `write ${least} or more`)];
}
