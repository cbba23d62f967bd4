import { MetricAlarm } from "@pulumi/aws/cloudwatch";
import type * as pulumi from "@pulumi/pulumi";

/** All that tells one alarm from another. */
export interface AlarmRow<Value = string> {
  /** After the store's name and a hyphen. */
  readonly name: string;
  readonly description: string;
  readonly namespace: string;
  readonly metricName: string;
  readonly dimensions: Readonly<Record<string, Value>>;
  readonly statistic: "Average" | "Maximum" | "Minimum" | "Sum";
  readonly comparison: "GreaterThanOrEqualToThreshold" | "LessThanOrEqualToThreshold";
  readonly threshold: number;
  readonly periodSeconds: number;
  readonly evaluationPeriods: number;
  /** Of the evaluation periods, how many must breach. All when omitted. */
  readonly datapointsToAlarm?: number;
  readonly treatMissingData: "breaching" | "notBreaching";
}

/** The alarms of one store, each 0.10 USD a month; `topicArn` hears when one is raised and when it is over. */
export function createStoreAlarms(
  store: string,
  rows: readonly AlarmRow<pulumi.Input<string>>[],
  topicArn: pulumi.Input<string>,
  opts: pulumi.CustomResourceOptions,
): void {
  for (const row of rows)
    new MetricAlarm(
      `${store}-${row.name}`,
      {
        alarmDescription: row.description,
        namespace: row.namespace,
        metricName: row.metricName,
        dimensions: { ...row.dimensions },
        statistic: row.statistic,
        comparisonOperator: row.comparison,
        threshold: row.threshold,
        period: row.periodSeconds,
        evaluationPeriods: row.evaluationPeriods,
        ...(row.datapointsToAlarm === undefined ? {} : { datapointsToAlarm: row.datapointsToAlarm }),
        treatMissingData: row.treatMissingData,
        alarmActions: [topicArn],
        okActions: [topicArn],
        tags: { Name: `${store}-${row.name}` },
      },
      opts,
    );
}
