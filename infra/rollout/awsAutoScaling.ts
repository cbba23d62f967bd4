import {
  AutoScalingClient,
  type AutoScalingClientConfig,
  DescribeAutoScalingGroupsCommand,
  DescribeInstanceRefreshesCommand,
  type InstanceRefresh,
  InstanceRefreshInProgressFault,
  type LaunchTemplateSpecification,
  RollbackInstanceRefreshCommand,
  StartInstanceRefreshCommand,
} from "@aws-sdk/client-auto-scaling";
import type { Refresh, RolloutCalls, TemplateVersion } from "./rollOut";
import type { RefreshStrategy } from "./strategy";

/** The rollout's calls and an operator's undo, by the AWS SDK. */
export interface AutoScaling extends RolloutCalls {
  /** Starts to undo the refresh that is under way. @throws what AWS throws where there is none */
  rollBack(groupName: string): Promise<string>;
}

export function awsAutoScaling(config: AutoScalingClientConfig): AutoScaling {
  const client = new AutoScalingClient(config);
  return {
    async describeGroup(groupName) {
      const { AutoScalingGroups: [group] = [] } = await client.send(
        new DescribeAutoScalingGroupsCommand({ AutoScalingGroupNames: [groupName] }),
      );
      if (group === undefined) throw new Error(`${groupName}: there is no such Auto Scaling group`);
      const template = parseTemplate(group.LaunchTemplate);
      return {
        ...(template === undefined ? {} : { template }),
        instanceVersions: (group.Instances ?? []).map(
          ({ LaunchTemplate }) => LaunchTemplate?.Version ?? "none",
        ),
      };
    },
    async startRefresh({ groupName, launchTemplateId, version, strategy }) {
      try {
        const { InstanceRefreshId: id } = await client.send(
          new StartInstanceRefreshCommand({
            AutoScalingGroupName: groupName,
            Strategy: "Rolling",
            DesiredConfiguration: {
              LaunchTemplate: { LaunchTemplateId: launchTemplateId, Version: version },
            },
            Preferences: renderPreferences(strategy),
          }),
        );
        if (id === undefined) throw new Error(`${groupName}: AWS started a refresh and gave no id`);
        return { id };
      } catch (error) {
        if (error instanceof InstanceRefreshInProgressFault) return "alreadyRefreshing";
        throw error;
      }
    },
    async describeRefresh(groupName, id) {
      const { InstanceRefreshes: [refresh] = [] } = await client.send(
        new DescribeInstanceRefreshesCommand({
          AutoScalingGroupName: groupName,
          ...(id === undefined ? { MaxRecords: 1 } : { InstanceRefreshIds: [id] }),
        }),
      );
      return refresh === undefined ? undefined : parseRefresh(refresh);
    },
    async rollBack(groupName) {
      const { InstanceRefreshId: id } = await client.send(
        new RollbackInstanceRefreshCommand({ AutoScalingGroupName: groupName }),
      );
      return id ?? "";
    },
  };
}

function renderPreferences(strategy: RefreshStrategy) {
  return {
    MinHealthyPercentage: strategy.minHealthyPercentage,
    MaxHealthyPercentage: strategy.maxHealthyPercentage,
    ...(strategy.checkpointPercentages.length === 0
      ? {}
      : {
          // AWS replaces no further than the last: https://docs.aws.amazon.com/autoscaling/ec2/userguide/asg-adding-checkpoints-instance-refresh.html
          CheckpointPercentages: [...strategy.checkpointPercentages, 100],
          CheckpointDelay: strategy.checkpointDelaySeconds,
        }),
    BakeTime: strategy.bakeSeconds,
    InstanceWarmup: strategy.warmupSeconds,
    AutoRollback: true,
    // Instances of the version already, from an update that was interrupted, are left alone.
    SkipMatching: true,
  };
}

function parseRefresh(refresh: InstanceRefresh): Refresh {
  const { StatusReason: statusReason } = refresh;
  const desired = parseTemplate(refresh.DesiredConfiguration?.LaunchTemplate);
  return {
    id: refresh.InstanceRefreshId ?? "",
    status: refresh.Status ?? "Pending",
    percentageComplete: refresh.PercentageComplete ?? 0,
    ...(statusReason === undefined ? {} : { statusReason }),
    ...(desired === undefined ? {} : { desired }),
  };
}

function parseTemplate(template: LaunchTemplateSpecification | undefined): TemplateVersion | undefined {
  const { LaunchTemplateId: launchTemplateId, Version: version } = template ?? {};
  return launchTemplateId === undefined || version === undefined ? undefined : { launchTemplateId, version };
}
