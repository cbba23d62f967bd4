import { type Finding, type SettingPath, wrong } from "../finding";
import type { PartialConfig } from "../partialConfig";
import type { DatabaseConfig } from "../sections/stores/databases";
import { storeFamilies } from "../sections/stores/stores";
import { otherRegionProblems } from "./otherRegion";

/** ElastiCache takes 40 characters, with the stack's name and a hyphen before: infra/state/storeName.ts. */
export const maximumStoreNameLength = 18;

/** Names in the stack are shared with workloads, whose resources stand beside those of the stores. */
export function storeNameProblems({ stores, workloads }: PartialConfig): Finding[] {
  const all = storeFamilies.flatMap((family) =>
    Object.keys(stores[family]).map((name) => ({ family, name })),
  );
  return all.flatMap(({ family, name }, index) => {
    const path = ["stores", family, name];
    if (!/^[a-z]([a-z0-9]|-(?=[a-z0-9]))*$/.test(name) || name.length > maximumStoreNameLength)
      return [
        named(
          path,
          `a name of up to ${maximumStoreNameLength} lower-case letters, digits and single inner hyphens`,
        ),
      ];
    const rival = all.slice(0, index).find((other) => other.name === name);
    if (rival !== undefined) return [named(path, `a name that no other store has (${rival.family} has it)`)];
    const workload = Object.keys(workloads).find((other) => name === other || name.startsWith(`${other}-`));
    if (workload !== undefined)
      return [named(path, `a name that does not begin with a workload's (${workload})`)];
    return [];
  });
}

/** The name is what is wrong, not what is below it. */
function named(path: SettingPath, expected: string): Finding {
  return { kind: "unknownKey", path, expected, remedy: "rename the store, in infra/workloads too" };
}

export function databaseProblems(config: PartialConfig): Finding[] {
  return Object.entries(config.stores.databases).flatMap(([name, database]) => {
    const path = ["stores", "databases", name];
    return [
      ...versionProblems(path, database),
      ...windowProblems([...path, "backupWindow"], database.backupWindow, database.maintenanceWindow),
      ...(database.kind === "instance" &&
      database.maxStorageGiB !== undefined &&
      database.maxStorageGiB < Math.ceil(database.storageGiB * 1.1)
        ? [
            wrong(
              [...path, "maxStorageGiB"],
              `at least a tenth more than storageGiB (${Math.ceil(database.storageGiB * 1.1)})`,
              "raise it, or leave it out",
            ),
          ]
        : []),
      ...(database.kind === "aurora" || database.backupCopyRegion === undefined
        ? []
        : otherRegionProblems(config, [...path, "backupCopyRegion"], database.backupCopyRegion)),
    ];
  });
}

/** https://docs.aws.amazon.com/AmazonRDS/latest/PostgreSQLReleaseNotes/postgresql-release-calendar.html and MySQL's, 2026-11 */
const versions = { postgres: ["14", "15", "16", "17", "18"], mysql: ["8.0", "8.4"] } as const;
/** https://docs.aws.amazon.com/AmazonRDS/latest/AuroraMySQLReleaseNotes/Welcome.html, 2026-11 */
const auroraVersions = { postgres: ["14", "15", "16", "17"], mysql: ["8.0"] } as const;

function versionProblems(path: SettingPath, { kind, engine, engineVersion }: DatabaseConfig): Finding[] {
  const known: readonly string[] = (kind === "aurora" ? auroraVersions : versions)[engine];
  return known.includes(engineVersion)
    ? []
    : [
        wrong(
          [...path, "engineVersion"],
          `one of ${known.join(", ")} for ${engine}`,
          "write one of these, in quotes; a newer one belongs into infra/config/checks/stores.ts first",
        ),
      ];
}

/** AWS refuses windows that meet: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html */
function windowProblems(path: SettingPath, daily: string, weekly: string): Finding[] {
  const [start, end] = daily.split("-").map(minutes);
  const [from, to] = weekly.split("-").map((moment) => minutes(moment.slice(4)));
  if (start === undefined || end === undefined || from === undefined || to === undefined) return [];
  const apart = end <= from || to <= start;
  return apart || end < start || to < from
    ? []
    : [wrong(path, `a window that does not meet maintenanceWindow (${weekly})`, "move one of the two")];
}

function minutes(time: string): number {
  const [hours = 0, rest = 0] = time.split(":").map(Number);
  return hours * 60 + rest;
}

export function sessionTableProblems(config: PartialConfig): Finding[] {
  return Object.entries(config.stores.sessionTables).flatMap(([name, { capacity, replicaRegions }]) => {
    const path = ["stores", "sessionTables", name];
    const bounds =
      capacity.kind === "onDemand"
        ? []
        : ([
            ["minReadUnits", capacity.minReadUnits, capacity.maxReadUnits, "maxReadUnits"],
            ["minWriteUnits", capacity.minWriteUnits, capacity.maxWriteUnits, "maxWriteUnits"],
          ] as const);
    return [
      ...bounds
        .filter(([, min, max]) => min > max)
        .map(([setting, , max, other]) =>
          wrong(
            [...path, "capacity", setting],
            `at most ${other} (${max})`,
            `raise ${other} or lower ${setting}`,
          ),
        ),
      ...replicaRegions.flatMap((region, index) => {
        const at = [...path, "replicaRegions", index];
        return replicaRegions.indexOf(region) < index
          ? [wrong(at, "each region once", "remove it")]
          : otherRegionProblems(config, at, region);
      }),
    ];
  });
}

export function cacheProblems({ stores }: PartialConfig): Finding[] {
  return Object.entries(stores.caches).flatMap(([name, cache]) =>
    cache.kind === "replicationGroup"
      ? windowProblems(
          ["stores", "caches", name, "snapshotWindow"],
          cache.snapshotWindow,
          cache.maintenanceWindow,
        )
      : [],
  );
}
