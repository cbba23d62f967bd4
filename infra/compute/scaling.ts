import { Policy } from "@pulumi/aws/autoscaling";
import * as pulumi from "@pulumi/pulumi";
import type { WorkloadConfig } from "../config/sections/workload";

export interface ScalingArgs {
  readonly config: WorkloadConfig;
  readonly autoScalingGroupName: pulumi.Input<string>;
  /** Where requests are counted; undefined for a fleet that gets none. */
  readonly requests:
    | {
        readonly loadBalancerArnSuffix: pulumi.Input<string>;
        readonly targetGroupArnSuffix: pulumi.Input<string>;
      }
    | undefined;
}

/**
 * Follows CPU and, where there are any, requests at once: Auto Scaling grows by whichever asks for more, and shrinks when
 * both agree. The target group must be behind a listener already; without traffic to count AWS refuses the second policy.
 */
export function createScaling(name: string, args: ScalingArgs, opts: pulumi.CustomResourceOptions): Policy[] {
  const { config, autoScalingGroupName, requests } = args;
  const track = (
    target: string,
    predefinedMetricSpecification: { predefinedMetricType: string; resourceLabel?: pulumi.Input<string> },
    targetValue: number,
  ) =>
    new Policy(
      `${name}-${target}`,
      {
        // Policies have no tags: the name, which is also Pulumi's id, is how one is found again.
        name: `${name}-${target}`,
        autoscalingGroupName: autoScalingGroupName,
        policyType: "TargetTrackingScaling",
        targetTrackingConfiguration: { predefinedMetricSpecification, targetValue },
      },
      opts,
    );
  const cpu = track("cpu", { predefinedMetricType: "ASGAverageCPUUtilization" }, config.targetCpuUtilization);
  const { targetRequestsPerTarget } = config;
  if (requests === undefined || targetRequestsPerTarget === undefined) return [cpu];
  const { loadBalancerArnSuffix, targetGroupArnSuffix } = requests;
  return [
    cpu,
    track(
      "requests",
      {
        predefinedMetricType: "ALBRequestCountPerTarget",
        resourceLabel: pulumi.interpolate`${loadBalancerArnSuffix}/${targetGroupArnSuffix}`,
      },
      targetRequestsPerTarget,
    ),
  ];
}
