import type { DatabaseConfig } from "../../config/sections/stores/databases";
import type { AlarmRow } from "../storeAlarms";
import { maximumConnections } from "./capacity";
import type { ClusterConfig, InstanceConfig } from "./plan";

const cpuPercent = 80;
/** Of the connections that the engine allows. */
const connectionShare = 0.8;
/** Of the storage, what is left. */
const storageShare = 0.15;
const lagSeconds = 60;

/** A database is silent only when it is gone. */
const row = {
  namespace: "AWS/RDS",
  comparison: "GreaterThanOrEqualToThreshold",
  periodSeconds: 60,
  evaluationPeriods: 10,
  treatMissingData: "breaching",
} as const;

export function planInstanceAlarms(
  store: string,
  identifier: string,
  config: InstanceConfig,
  replicas: readonly string[],
): AlarmRow[] {
  const dimensions = { DBInstanceIdentifier: identifier };
  return [
    ...planLoadAlarms(store, dimensions, config),
    planStorageAlarm(store, dimensions, config.storageGiB),
    ...replicas.map((replica, index) => ({
      ...row,
      name: `replica-${index + 1}-lag`,
      description: `Read replica ${index + 1} of ${store} is more than ${lagSeconds} s behind; readers see old data.`,
      metricName: "ReplicaLag",
      dimensions: { DBInstanceIdentifier: replica },
      statistic: "Average" as const,
      threshold: lagSeconds,
    })),
  ];
}

export function planClusterAlarms(store: string, identifier: string, config: ClusterConfig): AlarmRow[] {
  const dimensions = { DBClusterIdentifier: identifier };
  const load = planLoadAlarms(store, dimensions, config);
  if (config.kind === "multiAzCluster")
    return [
      ...load,
      planStorageAlarm(store, dimensions, config.storageGiB),
      {
        ...row,
        name: "replica-lag",
        description: `A reader of ${store} is more than ${lagSeconds} s behind the writer; a failover takes longer.`,
        metricName: "ReplicaLag",
        dimensions,
        statistic: "Maximum",
        threshold: lagSeconds,
      },
    ];
  if (config.instances === 1) return load;
  return [
    ...load,
    {
      ...row,
      name: "replica-lag",
      description: `A reader of ${store} is more than a second behind the writer, where milliseconds are usual.`,
      metricName: "AuroraReplicaLagMaximum",
      dimensions,
      statistic: "Maximum",
      threshold: 1000,
    },
  ];
}

function planLoadAlarms(
  store: string,
  dimensions: Readonly<Record<string, string>>,
  { engine, instanceClass }: DatabaseConfig,
): AlarmRow[] {
  const allowed = maximumConnections(engine, instanceClass);
  const cpu: AlarmRow = {
    ...row,
    name: "cpu-high",
    description: `${store} has been busy for ten minutes; queries wait.`,
    metricName: "CPUUtilization",
    dimensions,
    statistic: "Average",
    threshold: cpuPercent,
  };
  if (allowed === undefined) return [cpu];
  return [
    cpu,
    {
      ...row,
      name: "connections-high",
      description: `${store} has used four fifths of the ${allowed} connections it allows; at the last one services are refused.`,
      metricName: "DatabaseConnections",
      dimensions,
      statistic: "Maximum",
      threshold: Math.floor(allowed * connectionShare),
    },
  ];
}

function planStorageAlarm(
  store: string,
  dimensions: Readonly<Record<string, string>>,
  storageGiB: number,
): AlarmRow {
  return {
    ...row,
    name: "storage-low",
    description: `${store} has less than a sixth of its storage left; a full database stops.`,
    metricName: "FreeStorageSpace",
    dimensions,
    statistic: "Minimum",
    comparison: "LessThanOrEqualToThreshold",
    threshold: Math.floor(storageGiB * 2 ** 30 * storageShare),
  };
}
