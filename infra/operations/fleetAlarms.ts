import { MetricAlarm } from "@pulumi/aws/cloudwatch";
import * as pulumi from "@pulumi/pulumi";
import type { Fleet } from "../compute/fleet";

export interface FleetAlarmsArgs {
  readonly fleet: Fleet;
  /** Percent, as in the workload's settings. */
  readonly targetCpuUtilization: number;
  /** `LoadBalancer.arnSuffix`: the dimension CloudWatch knows a load balancer by. */
  readonly loadBalancerArnSuffix: pulumi.Input<string>;
  /** Hears when an alarm is raised, and when it is over. */
  readonly topicArn: pulumi.Input<string>;
}

/**
 * Halfway from what the group scales to keep to all there is: 80 for 60. Reached for ten minutes, it says that
 * scaling cannot follow, most often because the group is at its maximum.
 */
export function planHighCpuThreshold(targetCpuUtilization: number): number {
  return targetCpuUtilization + (100 - targetCpuUtilization) / 2;
}

/** What a person must know about one workload's fleet. Each alarm costs 0.10 USD a month. */
export class FleetAlarms extends pulumi.ComponentResource {
  constructor(name: string, args: FleetAlarmsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("bakeline:operations:FleetAlarms", name, {}, opts);
    const { fleet, targetCpuUtilization, loadBalancerArnSuffix, topicArn } = args;
    const create = (alarm: string, properties: AlarmProperties) =>
      new MetricAlarm(
        `${name}-${alarm}`,
        {
          ...properties,
          alarmActions: [topicArn],
          okActions: [topicArn],
          tags: { Name: `${name}-${alarm}` },
        },
        // Only once the group has its instances: before, silence would be an alarm already.
        { parent: this, dependsOn: fleet },
      );

    create("cpu-high", {
      alarmDescription: `The instances of ${name} have been busy for ten minutes; see whether the group is at maxSize.`,
      namespace: "AWS/EC2",
      metricName: "CPUUtilization",
      dimensions: { AutoScalingGroupName: fleet.autoScalingGroupName },
      statistic: "Average",
      comparisonOperator: "GreaterThanOrEqualToThreshold",
      threshold: planHighCpuThreshold(targetCpuUtilization),
      period: 60,
      evaluationPeriods: 10,
      // No instance, no load. That there is none is for the other alarm to say.
      treatMissingData: "notBreaching",
    });
    const { targetGroupArnSuffix } = fleet;
    // Nobody but the load balancer counts unhealthy hosts.
    if (targetGroupArnSuffix !== undefined)
      create("unhealthy-hosts", {
        alarmDescription: `Instances of ${name} fail their health check, or none is registered; users may see 5xx.`,
        namespace: "AWS/ApplicationELB",
        metricName: "UnHealthyHostCount",
        dimensions: { TargetGroup: targetGroupArnSuffix, LoadBalancer: loadBalancerArnSuffix },
        statistic: "Maximum",
        comparisonOperator: "GreaterThanOrEqualToThreshold",
        threshold: 1,
        period: 60,
        evaluationPeriods: 5,
        datapointsToAlarm: 3,
        // The load balancer reports this as long as one target is registered: silence means there is none.
        treatMissingData: "breaching",
      });

    this.registerOutputs({});
  }
}

/** All that tells one alarm from another. */
interface AlarmProperties {
  readonly alarmDescription: string;
  readonly namespace: string;
  readonly metricName: string;
  readonly dimensions: Record<string, pulumi.Input<string>>;
  readonly statistic: "Average" | "Maximum";
  readonly comparisonOperator: "GreaterThanOrEqualToThreshold";
  readonly threshold: number;
  /** Seconds. */
  readonly period: number;
  readonly evaluationPeriods: number;
  /** Of the evaluation periods, how many must breach. All when omitted. */
  readonly datapointsToAlarm?: number;
  readonly treatMissingData: "breaching" | "notBreaching";
}
