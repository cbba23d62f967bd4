import { Group } from "@pulumi/aws/autoscaling";
import type { LaunchTemplate } from "@pulumi/aws/ec2";
import type * as pulumi from "@pulumi/pulumi";
import type { WorkloadConfig } from "../config/sections/workload";
import type { Tags } from "../tags";

export interface AutoScalingGroupArgs {
  readonly config: WorkloadConfig;
  readonly launchTemplate: LaunchTemplate;
  /** One in each zone. */
  readonly subnetIds: pulumi.Input<string[]>;
  readonly targetGroupArn: pulumi.Input<string>;
  /** On the group and on every instance. */
  readonly tags: Tags;
}

/** Launches before it terminates: a rollout never has fewer instances than it began with, and at most half as many more. */
const refreshPreferences = { minHealthyPercentage: 100, maxHealthyPercentage: 150, autoRollback: true };

/** The instances of a workload, spread over all zones and replaced when the load balancer finds them unhealthy. */
export function createAutoScalingGroup(
  name: string,
  { config, launchTemplate, subnetIds, targetGroupArn, tags }: AutoScalingGroupArgs,
  opts: pulumi.CustomResourceOptions,
): Group {
  return new Group(
    name,
    {
      vpcZoneIdentifiers: subnetIds,
      // The number, not $Latest: an unchanged word would never start a rollout, and could not be rolled back.
      launchTemplate: { id: launchTemplate.id, version: launchTemplate.latestVersion.apply(String) },
      // Without a desired capacity, which is the scaling policies' to move: each update would move it back.
      minSize: config.minSize,
      maxSize: config.maxSize,
      targetGroupArns: [targetGroupArn],
      healthCheckType: "ELB",
      healthCheckGracePeriod: config.healthCheckGracePeriodSeconds,
      instanceRefresh: { strategy: "Rolling", preferences: refreshPreferences },
      waitForCapacityTimeout: planCapacityTimeout(config.healthCheckGracePeriodSeconds),
      tags: Object.entries(tags).map(([key, value]) => ({ key, value, propagateAtLaunch: true })),
    },
    opts,
  );
}

/** How long a new group may take to have its instances: the time they are granted to boot, and ten minutes for EC2. */
export function planCapacityTimeout(healthCheckGracePeriodSeconds: number): string {
  return `${Math.ceil(healthCheckGracePeriodSeconds / 60) + 10}m`;
}
