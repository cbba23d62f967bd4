import { ListenerRule, TargetGroup } from "@pulumi/aws/lb";
import type * as pulumi from "@pulumi/pulumi";
import type { Workload } from "../workloads/workload";

/**
 * Two good answers admit an instance (one minute), three bad ones remove it (a minute and a half). Times in seconds.
 */
const healthCheckTiming = { interval: 30, timeout: 5, healthyThreshold: 2, unhealthyThreshold: 3 };

/**
 * Seconds that requests in flight have before a leaving instance is cut off. AWS waits 300, and a rollout of ten
 * instances waits them ten times.
 */
const deregistrationDelay = 60;

/** The instances of a workload, as the load balancer sees them. */
export function createTargetGroup(
  workload: Workload,
  vpcId: pulumi.Input<string>,
  opts: pulumi.CustomResourceOptions,
): TargetGroup {
  return new TargetGroup(
    workload.name,
    {
      vpcId,
      targetType: "instance",
      protocol: "HTTP",
      port: workload.port,
      healthCheck: {
        ...healthCheckTiming,
        protocol: "HTTP",
        path: workload.healthCheckPath,
        matcher: "200",
      },
      deregistrationDelay,
      tags: { Name: workload.name },
    },
    opts,
  );
}

/** Sends the workload's paths to its target group. */
export function createListenerRule(
  { name, listenerRulePriority, pathPatterns }: Workload,
  listenerArn: pulumi.Input<string>,
  targetGroupArn: pulumi.Input<string>,
  opts: pulumi.CustomResourceOptions,
): ListenerRule {
  return new ListenerRule(
    name,
    {
      listenerArn,
      priority: listenerRulePriority,
      conditions: [{ pathPattern: { values: [...pathPatterns] } }],
      actions: [{ type: "forward", targetGroupArn }],
      tags: { Name: name },
    },
    opts,
  );
}
