import type { CacheConfig } from "../../config/sections/stores/caches";
import type { AlarmRow } from "../storeAlarms";

const row = {
  namespace: "AWS/ElastiCache",
  comparison: "GreaterThanOrEqualToThreshold",
  periodSeconds: 60,
  evaluationPeriods: 10,
} as const;

/** Nodes are watched one by one: an average hides the one that is full. */
export function planCacheAlarms(store: string, id: string, config: CacheConfig): AlarmRow[] {
  switch (config.kind) {
    case "replicationGroup":
      return Array.from({ length: config.nodes }, (_, index) => index + 1).flatMap((node) =>
        planNodeAlarms(store, node, { CacheClusterId: `${id}-00${node}` }),
      );
    case "memcached":
      return [
        {
          ...row,
          name: "evictions",
          description: `${store} throws away what is still valid, because its memory is full.`,
          metricName: "Evictions",
          dimensions: { CacheClusterId: id },
          statistic: "Sum",
          threshold: 1000,
          treatMissingData: "breaching",
        },
      ];
    case "serverless":
      return [
        {
          ...row,
          name: "throttled",
          description: `${store} is at maxEcpuPerSecond and refuses commands.`,
          metricName: "ThrottledCmds",
          dimensions: { clusterId: id },
          statistic: "Sum",
          threshold: 1,
          treatMissingData: "notBreaching",
        },
        {
          ...row,
          name: "storage-high",
          description: `${store} is near maxStorageGB; beyond it throws away what is still valid.`,
          metricName: "BytesUsedForCache",
          dimensions: { clusterId: id },
          statistic: "Maximum",
          threshold: Math.floor(config.maxStorageGB * 10 ** 9 * 0.9),
          treatMissingData: "notBreaching",
        },
      ];
    default:
      return config satisfies never;
  }
}

function planNodeAlarms(
  store: string,
  node: number,
  dimensions: Readonly<Record<string, string>>,
): AlarmRow[] {
  return [
    {
      ...row,
      name: `node-${node}-cpu-high`,
      description: `The engine of node ${node} of ${store} has been busy for ten minutes; it has one thread for commands.`,
      metricName: "EngineCPUUtilization",
      dimensions,
      statistic: "Average",
      threshold: 90,
      treatMissingData: "breaching",
    },
    {
      ...row,
      name: `node-${node}-memory-high`,
      description: `The memory of node ${node} of ${store} is nearly full; soon it throws away what is still valid.`,
      metricName: "DatabaseMemoryUsagePercentage",
      dimensions,
      statistic: "Maximum",
      threshold: 90,
      treatMissingData: "breaching",
    },
  ];
}
