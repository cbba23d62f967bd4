import type { Group } from "@pulumi/aws/autoscaling";
import type { LaunchTemplate } from "@pulumi/aws/ec2";
import type * as pulumi from "@pulumi/pulumi";
import { targetGroupTag } from "../bootstrap/loader";
import type { WorkloadConfig } from "../config/sections/workload";
import type { Tags } from "../tags";
import { createRolledOutGroup } from "./rolledOutGroup";

export interface AutoScalingGroupArgs {
  readonly config: WorkloadConfig;
  readonly launchTemplate: LaunchTemplate;
  /** One in each zone. */
  readonly subnetIds: pulumi.Input<string[]>;
  /** Whose health checks count; undefined where the load balancer sends no requests, and EC2's own have to do. */
  readonly targetGroupArn: pulumi.Input<string> | undefined;
  /** On the group and on every instance. */
  readonly tags: Tags;
  readonly region: string;
  readonly stack: string;
}

/** The instances of a workload, spread over all zones and replaced when the load balancer finds them unhealthy. */
export function createAutoScalingGroup(
  name: string,
  { config, launchTemplate, subnetIds, targetGroupArn, tags, region, stack }: AutoScalingGroupArgs,
  opts: pulumi.CustomResourceOptions,
): Group {
  return createRolledOutGroup(
    name,
    {
      tier: config.tier,
      strategy: config.rollout,
      launchTemplate,
      group: {
        vpcZoneIdentifiers: subnetIds,
        // Without a desired capacity, which is the scaling policies' to move: each update would move it back.
        minSize: config.minSize,
        maxSize: config.maxSize,
        ...(targetGroupArn === undefined
          ? { healthCheckType: "EC2" }
          : { healthCheckType: "ELB", targetGroupArns: [targetGroupArn] }),
        healthCheckGracePeriod: config.healthCheckGracePeriodSeconds,
      },
      tags: { ...tags, ...(targetGroupArn === undefined ? {} : { [targetGroupTag]: targetGroupArn }) },
      region,
      stack,
    },
    opts,
  );
}
