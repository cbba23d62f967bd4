import type { DatabaseConfig } from "../../config/sections/stores/databases";
import { auroraEngineName, engineName, exportedLogs, masterUser } from "./engine";

type Kind<K extends DatabaseConfig["kind"]> = Extract<DatabaseConfig, { kind: K }>;
export type InstanceConfig = Kind<"instance">;
export type ClusterConfig = Kind<"multiAzCluster" | "aurora">;

/** Days of Performance Insights that cost nothing. */
const insightsDays = 7;

/** What instances and clusters have in common. */
function planProtection(identifier: string, { allowDataLoss }: DatabaseConfig) {
  return {
    deletionProtection: !allowDataLoss,
    // Otherwise the days to which one could restore go with the database.
    deleteAutomatedBackups: allowDataLoss,
    copyTagsToSnapshot: true,
    skipFinalSnapshot: allowDataLoss,
    ...(allowDataLoss ? {} : { finalSnapshotIdentifier: `${identifier}-final` }),
    // A change that restarts the database waits for its window.
    applyImmediately: false,
  };
}

/** The instance less its surroundings, which only AWS can name. */
export function planInstance(identifier: string, config: InstanceConfig) {
  return {
    identifier,
    engine: engineName(config),
    engineVersion: config.engineVersion,
    instanceClass: config.instanceClass,
    dbName: config.databaseName,
    username: masterUser,
    manageMasterUserPassword: true,
    iamDatabaseAuthenticationEnabled: true,
    multiAz: config.multiAz,
    publiclyAccessible: false,
    storageType: "gp3",
    allocatedStorage: config.storageGiB,
    ...(config.maxStorageGiB === undefined ? {} : { maxAllocatedStorage: config.maxStorageGiB }),
    storageEncrypted: true,
    backupRetentionPeriod: config.backupRetentionDays,
    backupWindow: config.backupWindow,
    maintenanceWindow: config.maintenanceWindow,
    autoMinorVersionUpgrade: true,
    enabledCloudwatchLogsExports: [...exportedLogs(config)],
    performanceInsightsEnabled: true,
    performanceInsightsRetentionPeriod: insightsDays,
    ...planProtection(identifier, config),
  };
}

/** A read replica: what it does not say it has from its source. */
export function planReadReplica(identifier: string, config: InstanceConfig) {
  return {
    identifier,
    instanceClass: config.instanceClass,
    iamDatabaseAuthenticationEnabled: true,
    publiclyAccessible: false,
    storageType: "gp3",
    storageEncrypted: true,
    maintenanceWindow: config.maintenanceWindow,
    autoMinorVersionUpgrade: true,
    enabledCloudwatchLogsExports: [...exportedLogs(config)],
    performanceInsightsEnabled: true,
    performanceInsightsRetentionPeriod: insightsDays,
    copyTagsToSnapshot: true,
    // It holds nothing that its source does not.
    skipFinalSnapshot: true,
    applyImmediately: false,
  };
}

/** The cluster less its surroundings. A Multi-AZ cluster makes its three instances itself; Aurora's are resources. */
export function planCluster(clusterIdentifier: string, config: ClusterConfig) {
  return {
    clusterIdentifier,
    engine: engineName(config),
    engineVersion: config.engineVersion,
    databaseName: config.databaseName,
    masterUsername: masterUser,
    manageMasterUserPassword: true,
    iamDatabaseAuthenticationEnabled: true,
    storageEncrypted: true,
    backupRetentionPeriod: config.backupRetentionDays,
    preferredBackupWindow: config.backupWindow,
    preferredMaintenanceWindow: config.maintenanceWindow,
    enabledCloudwatchLogsExports: [...exportedLogs(config)],
    ...planProtection(clusterIdentifier, config),
    ...(config.kind === "aurora"
      ? {}
      : {
          dbClusterInstanceClass: config.instanceClass,
          storageType: "gp3",
          allocatedStorage: config.storageGiB,
          performanceInsightsEnabled: true,
          performanceInsightsRetentionPeriod: insightsDays,
        }),
  };
}

/** Aurora's instances: the first writes, and the others take over in their order. */
export function planAuroraInstances(identifier: string, config: Kind<"aurora">) {
  return Array.from({ length: config.instances }, (_, index) => ({
    identifier: `${identifier}-${index + 1}`,
    engine: auroraEngineName(config.engine),
    instanceClass: config.instanceClass,
    promotionTier: index,
    publiclyAccessible: false,
    preferredMaintenanceWindow: config.maintenanceWindow,
    autoMinorVersionUpgrade: true,
    copyTagsToSnapshot: true,
    performanceInsightsEnabled: true,
    performanceInsightsRetentionPeriod: insightsDays,
  }));
}
