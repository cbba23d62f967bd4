import { LogMetricFilter } from "@pulumi/aws/cloudwatch";
import * as pulumi from "@pulumi/pulumi";
import { createStoreAlarms } from "../storeAlarms";
import { logFilters, logMetricNamespace, planLogAlarms } from "./filters";

export interface WorkloadLogsArgs {
  readonly stack: string;
  readonly logGroupName: pulumi.Input<string>;
  readonly topicArn: pulumi.Input<string>;
}

/** What is counted in a workload's log group, and who hears of it. */
export class WorkloadLogs extends pulumi.ComponentResource {
  constructor(name: string, args: WorkloadLogsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("bakeline:state:WorkloadLogs", name, {}, opts);
    const { stack, logGroupName, topicArn } = args;
    for (const { name: filter, pattern } of logFilters)
      new LogMetricFilter(
        `${name}-${filter}`,
        {
          // Filters have no tags: the name, which is also Pulumi's id, is how one is found again.
          name: `${stack}-${name}-${filter}`,
          logGroupName,
          pattern,
          metricTransformation: {
            namespace: logMetricNamespace(stack),
            name: `${name}-${filter}`,
            value: "1",
            defaultValue: "0",
          },
        },
        { parent: this },
      );
    createStoreAlarms(name, planLogAlarms(stack, name), topicArn, { parent: this });
    this.registerOutputs({});
  }
}
