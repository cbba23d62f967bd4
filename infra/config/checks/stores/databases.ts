import { type Finding, type SettingPath, wrong } from "../../finding";
import type { PartialConfig } from "../../partialConfig";
import type { DatabaseConfig } from "../../sections/stores/databases";
import { otherRegionProblems } from "../otherRegion";
import { instanceClassProblems } from "./databaseClasses";
import { windowProblems } from "./windows";

export function databaseProblems(config: PartialConfig): Finding[] {
  return Object.entries(config.stores.databases).flatMap(([name, database]) => {
    const path = ["stores", "databases", name];
    const { backupWindow, maintenanceWindow } = database;
    return [
      ...versionProblems(path, database),
      ...instanceClassProblems(path, database),
      ...windowProblems(path, { daily: ["backupWindow", backupWindow], maintenanceWindow, minutes: 30 }),
      ...storageProblems(path, database),
      ...zoneProblems(config, path, database),
      ...backupCopyProblems(config, path, database),
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
          "write one of these, in quotes; a newer one belongs into infra/config/checks/stores/databases.ts first",
        ),
      ];
}

/** https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PIOPS.Autoscaling.html, 2026-11 */
function storageProblems(path: SettingPath, database: DatabaseConfig): Finding[] {
  if (database.kind !== "instance" || database.maxStorageGiB === undefined) return [];
  const least = Math.ceil(database.storageGiB * 1.1);
  return database.maxStorageGiB >= least
    ? []
    : [
        wrong(
          [...path, "maxStorageGiB"],
          `at least a tenth more than storageGiB (${least})`,
          "raise it, or leave it out",
        ),
      ];
}

/** https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/create-multi-az-db-cluster.html, 2026-11 */
function zoneProblems({ network }: PartialConfig, path: SettingPath, { kind }: DatabaseConfig): Finding[] {
  const zones = network.availabilityZones?.length;
  return kind !== "multiAzCluster" || zones === undefined || zones >= 3
    ? []
    : [
        wrong(
          [...path, "kind"],
          `three zones in network.availabilityZones (${zones} there) for a multiAzCluster`,
          "name a third zone, or choose kind: instance with multiAz",
        ),
      ];
}

/**
 * RDS copies automated backups of instances only, and no snapshot of a Multi-AZ cluster at all:
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ReplicateBackups.html,
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/multi-az-db-clusters-concepts.Limitations.html, 2026-11
 */
function backupCopyProblems(config: PartialConfig, path: SettingPath, database: DatabaseConfig): Finding[] {
  const { kind, backupCopyRegion } = database;
  const at = [...path, "backupCopyRegion"];
  if (backupCopyRegion === undefined) return [];
  return kind === "instance"
    ? otherRegionProblems(config, at, backupCopyRegion)
    : [
        wrong(
          at,
          `nothing, because RDS copies no automated backups of a cluster (kind: ${kind}) to another region`,
          "choose kind: instance with multiAz, or leave it out and say elsewhere how the region's loss is survived",
        ),
      ];
}
