import type { SessionTableConfig } from "../../config/sections/stores/sessionTables";
import type { AlarmRow } from "../storeAlarms";

/** The session's id: the table's key. */
export const sessionKey = "id";

/**
 * When a session ends, in seconds since 1970. DynamoDB deletes it within days, so whoever reads must look at it too:
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/TTL.html
 */
export const sessionTtlAttribute = "expiresAt";

/** Percent of the provisioned units that auto scaling keeps in use. */
const targetUtilization = 70;

/** The table less its keys and replicas, which only AWS can name. */
export function planTable(name: string, { capacity, replicaRegions, allowDataLoss }: SessionTableConfig) {
  return {
    name,
    attributes: [{ name: sessionKey, type: "S" }],
    hashKey: sessionKey,
    ttl: { attributeName: sessionTtlAttribute, enabled: true },
    pointInTimeRecovery: { enabled: true },
    deletionProtectionEnabled: !allowDataLoss,
    ...(capacity.kind === "onDemand"
      ? { billingMode: "PAY_PER_REQUEST" }
      : {
          billingMode: "PROVISIONED",
          readCapacity: capacity.minReadUnits,
          writeCapacity: capacity.minWriteUnits,
        }),
    // Replicas follow the table by its stream.
    ...(replicaRegions.length === 0 ? {} : { streamEnabled: true, streamViewType: "NEW_AND_OLD_IMAGES" }),
  };
}

export interface CapacityRange {
  readonly dimension: "Read" | "Write";
  readonly min: number;
  readonly max: number;
  readonly targetUtilization: number;
}

/** What auto scaling may change. Nothing of a table on demand. */
export function planCapacityRanges({ capacity }: SessionTableConfig): CapacityRange[] {
  if (capacity.kind === "onDemand") return [];
  return [
    { dimension: "Read", min: capacity.minReadUnits, max: capacity.maxReadUnits, targetUtilization },
    { dimension: "Write", min: capacity.minWriteUnits, max: capacity.maxWriteUnits, targetUtilization },
  ];
}

export function planTableAlarms(store: string, table: string): AlarmRow[] {
  const row = {
    namespace: "AWS/DynamoDB",
    dimensions: { TableName: table },
    statistic: "Sum",
    comparison: "GreaterThanOrEqualToThreshold",
    threshold: 1,
    periodSeconds: 60,
    evaluationPeriods: 5,
    datapointsToAlarm: 3,
    // DynamoDB reports a throttled request, and says nothing where there is none.
    treatMissingData: "notBreaching",
  } as const;
  return [
    {
      ...row,
      name: "reads-throttled",
      metricName: "ReadThrottleEvents",
      description: `DynamoDB refuses reads of ${store}: one key is asked for too often, or its capacity is too small.`,
    },
    {
      ...row,
      name: "writes-throttled",
      metricName: "WriteThrottleEvents",
      description: `DynamoDB refuses writes to ${store}: sessions are lost; see its contributor insights.`,
    },
  ];
}
