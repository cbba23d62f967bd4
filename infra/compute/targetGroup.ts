import { ListenerRule, TargetGroup } from "@pulumi/aws/lb";
import type * as pulumi from "@pulumi/pulumi";
import type { LoadBalanced, Workload } from "../workloads/workload";

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
function createTargetGroup(
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

/** How requests reach a fleet. */
export interface Route {
  readonly targetGroup: TargetGroup;
  readonly rule: ListenerRule;
}

/** The way from the load balancer to a workload's instances; undefined for a workload that takes no requests. */
export function createRoute(
  workload: Workload,
  vpcId: pulumi.Input<string>,
  listenerArn: pulumi.Input<string>,
  opts: pulumi.CustomResourceOptions,
): Route | undefined {
  const { name, traffic } = workload;
  switch (traffic.kind) {
    case "loadBalancer": {
      const targetGroup = createTargetGroup(workload, vpcId, opts);
      return { targetGroup, rule: createListenerRule(name, traffic, listenerArn, targetGroup.arn, opts) };
    }
    case "none":
      return undefined;
    default:
      return traffic satisfies never;
  }
}

/** Sends the workload's paths to its target group. */
function createListenerRule(
  name: string,
  { listenerRulePriority, pathPatterns }: LoadBalanced,
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
