import type { AlarmRow } from "../storeAlarms";

/** What is counted in a workload's log group, and from how many on in five minutes somebody must know. */
export interface LogFilterRow {
  readonly name: "errors" | "security";
  /** https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html */
  readonly pattern: string;
  readonly description: string;
  readonly threshold: number;
}

/** Counted for every workload alike: a service says what it calls an error by writing one of these words. */
export const logFilters: readonly LogFilterRow[] = [
  {
    name: "errors",
    pattern: "?ERROR ?FATAL ?CRITICAL",
    description: "logs errors; see the newest events of its log group.",
    threshold: 10,
  },
  {
    // What a service marks itself, and auditd's own words for failed logins, changed users and anomalies; its log is shipped
    // from every instance whose system comes with auditd: infra/bootstrap/everyInstance.ts.
    name: "security",
    pattern: '?AUDIT ?"res=failed" ?"type=ADD_USER" ?"type=DEL_USER" ?"type=ANOM_"',
    description: "logs security events: what it marks AUDIT, failed logins, changed users or anomalies.",
    threshold: 5,
  },
];

/** Metrics of one stack only, so that two stacks of an account do not count into one. */
export function logMetricNamespace(stack: string): string {
  return `Bakeline/${stack}/Logs`;
}

export function planLogAlarms(stack: string, workload: string): AlarmRow[] {
  return logFilters.map(({ name, description, threshold }) => ({
    name: `log-${name}`,
    description: `${workload} ${description}`,
    namespace: logMetricNamespace(stack),
    metricName: `${workload}-${name}`,
    dimensions: {},
    statistic: "Sum",
    comparison: "GreaterThanOrEqualToThreshold",
    threshold,
    periodSeconds: 300,
    evaluationPeriods: 1,
    // Nothing counted is nothing found: that an instance is silent is for others to say.
    treatMissingData: "notBreaching",
  }));
}
