import { Group, type GroupArgs, LifecycleHook } from "@pulumi/aws/autoscaling";
import type { LaunchTemplate } from "@pulumi/aws/ec2";
import type * as pulumi from "@pulumi/pulumi";
import { launchTimeoutOf } from "../bakeline/launchTimeout";
import type { Tier } from "../bakeline/tier";
import type { RefreshStrategy } from "../rollout/strategy";
import { launchHookName } from "../workloads/plan";
import { createRolloutHook } from "./rolloutHook";

export interface RolledOutGroupArgs {
  /** Decides how long an instance may take until it is ready. */
  readonly tier: Tier;
  readonly strategy: RefreshStrategy;
  readonly launchTemplate: LaunchTemplate;
  /** Where its instances stand, how many there are, what their health is. */
  readonly group: Omit<GroupArgs, "launchTemplate" | "instanceRefresh" | "initialLifecycleHooks" | "tags">;
  /** On the group and on every instance. */
  readonly tags: Readonly<Record<string, pulumi.Input<string>>>;
  readonly region: string;
  readonly stack: string;
}

/** A group whose instances count once they said that they are ready, and whose template is rolled out while `up` waits. */
export function createRolledOutGroup(
  name: string,
  { tier, strategy, launchTemplate, group: settings, tags, region, stack }: RolledOutGroupArgs,
  opts: pulumi.CustomResourceOptions,
): Group {
  const launchHook = planLaunchHook(tier);
  const rolloutHook = createRolloutHook(name, { region, stack, strategy });
  const group = new Group(
    name,
    {
      ...settings,
      // The number, not $Latest: an unchanged word would never start a rollout, and could not be rolled back.
      launchTemplate: { id: launchTemplate.id, version: launchTemplate.latestVersion.apply(String) },
      initialLifecycleHooks: [{ name: launchHookName, ...launchHook }],
      defaultInstanceWarmup: strategy.warmupSeconds,
      waitForCapacityTimeout: planCapacityTimeout(launchHook.heartbeatTimeout),
      tags: Object.entries(tags).map(([key, value]) => ({ key, value, propagateAtLaunch: true })),
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
