import { Group, LifecycleHook } from "@pulumi/aws/autoscaling";
import type { LaunchTemplate } from "@pulumi/aws/ec2";
import type * as pulumi from "@pulumi/pulumi";
import { launchTimeoutOf } from "../bakeline/launchTimeout";
import type { Tier } from "../bakeline/tier";
import { targetGroupTag } from "../bootstrap/loader";
import type { WorkloadConfig } from "../config/sections/workload";
import type { Tags } from "../tags";
import { launchHookName } from "../workloads/plan";
import { createRolloutHook } from "./rolloutHook";

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
  const launchHook = planLaunchHook(config.tier);
  const rolloutHook = createRolloutHook(name, { region, stack, strategy: config.rollout });
  const group = new Group(
    name,
    {
      vpcZoneIdentifiers: subnetIds,
      // The number, not $Latest: an unchanged word would never start a rollout, and could not be rolled back.
      launchTemplate: { id: launchTemplate.id, version: launchTemplate.latestVersion.apply(String) },
      // Without a desired capacity, which is the scaling policies' to move: each update would move it back.
      minSize: config.minSize,
      maxSize: config.maxSize,
      ...(targetGroupArn === undefined
        ? { healthCheckType: "EC2" }
        : { healthCheckType: "ELB", targetGroupArns: [targetGroupArn] }),
      initialLifecycleHooks: [{ name: launchHookName, ...launchHook }],
      healthCheckGracePeriod: config.healthCheckGracePeriodSeconds,
      defaultInstanceWarmup: config.rollout.warmupSeconds,
      waitForCapacityTimeout: planCapacityTimeout(launchHook.heartbeatTimeout),
      tags: Object.entries({
        ...tags,
        ...(targetGroupArn === undefined ? {} : { [targetGroupTag]: targetGroupArn }),
      }).map(([key, value]) => ({ key, value, propagateAtLaunch: true })),
    },
    // A change of the initial hooks would replace the group. They are for its first instances, which a hook beside the
    // group would miss; what the hook is today, the other resource of the same name says.
    { ...opts, ignoreChanges: ["initialLifecycleHooks"], hooks: { beforeUpdate: [rolloutHook] } },
  );
  new LifecycleHook(
    `${name}-${launchHookName}`,
    { name: launchHookName, autoscalingGroupName: group.name, ...launchHook },
    opts,
  );
  return group;
}

/** Holds an instance back until it says that it is ready for service, and gives it up when it does not. */
function planLaunchHook(tier: Tier) {
  return {
    lifecycleTransition: "autoscaling:EC2_INSTANCE_LAUNCHING",
    heartbeatTimeout: launchTimeoutOf(tier),
    defaultResult: "ABANDON",
  };
}

/** How long a new group may take to have its instances: the time they are granted to boot, and ten minutes for EC2. */
export function planCapacityTimeout(launchTimeoutSeconds: number): string {
  return `${Math.ceil(launchTimeoutSeconds / 60) + 10}m`;
}
