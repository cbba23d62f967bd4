import type { Entry } from "../accountView";
import { AwsError } from "../awsError";
import type { Refreshes, RefreshState } from "../refresh/refreshes";
import { block, number, text } from "../types/reading";
import { members, type QueryValue } from "./queryProtocol";

/**
 * The actions of Auto Scaling that code of ours calls while an update runs, or from a terminal.
 * https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_Operations.html
 * @throws AwsError for any other, and where AWS refuses
 */
export function answerAutoScaling(parameters: URLSearchParams, refreshes: Refreshes): QueryValue {
  const group = parameters.get("AutoScalingGroupName") ?? "";
  const action = parameters.get("Action") ?? "";
  switch (action) {
    case "DescribeAutoScalingGroups":
      return {
        AutoScalingGroups: members(parameters, "AutoScalingGroupNames").flatMap((name) => {
          try {
            return [renderGroup(refreshes.findGroup(name, action), refreshes.describe(name)[0])];
          } catch (error) {
            // AWS leaves out what is not there.
            if (error instanceof AwsError) return [];
            throw error;
          }
        }),
      };
    case "StartInstanceRefresh":
      return { InstanceRefreshId: refreshes.start(group, readStart(parameters)) };
    case "DescribeInstanceRefreshes": {
      const ids = members(parameters, "InstanceRefreshIds");
      const found = refreshes.describe(group).filter(({ id }) => ids.length === 0 || ids.includes(id));
      const limit = Number(parameters.get("MaxRecords") ?? 50);
      return { InstanceRefreshes: found.slice(0, limit).map((state) => renderRefresh(group, state)) };
    }
    case "RollbackInstanceRefresh":
      return { InstanceRefreshId: refreshes.intervene(group, "rollback") };
    case "CancelInstanceRefresh":
      return { InstanceRefreshId: refreshes.intervene(group, "cancel") };
    default:
      throw new AwsError(
        "InvalidAction",
        `Auto Scaling: ${action}`,
        `the simulated account does not answer ${action || "a call without an action"}: add it to sandbox/account/endpoint/autoScaling.ts`,
      );
  }
}

function readStart(parameters: URLSearchParams) {
  const preference = (name: string) => Number(parameters.get(`Preferences.${name}`) ?? 0);
  const version = parameters.get("DesiredConfiguration.LaunchTemplate.Version");
  if (version === null)
    throw new AwsError(
      "ValidationError",
      "Auto Scaling: StartInstanceRefresh",
      "a refresh without a desired configuration is not modelled here",
    );
  return {
    launchTemplateId: parameters.get("DesiredConfiguration.LaunchTemplate.LaunchTemplateId") ?? "",
    version,
    autoRollback: parameters.get("Preferences.AutoRollback") === "true",
    strategy: {
      minHealthyPercentage: preference("MinHealthyPercentage"),
      maxHealthyPercentage: preference("MaxHealthyPercentage"),
      checkpointPercentages: members(parameters, "Preferences.CheckpointPercentages")
        .map(Number)
        .filter((percentage) => percentage < 100),
      checkpointDelaySeconds: preference("CheckpointDelay"),
      bakeSeconds: preference("BakeTime"),
      warmupSeconds: preference("InstanceWarmup"),
    },
  };
}

function renderRefresh(
  group: string,
  { id, startTime, launchTemplateId, version, moment }: RefreshState,
): QueryValue {
  return {
    InstanceRefreshId: id,
    AutoScalingGroupName: group,
    Status: moment.status,
    StatusReason: moment.reason,
    StartTime: startTime,
    PercentageComplete: moment.percentageComplete,
    DesiredConfiguration: { LaunchTemplate: { LaunchTemplateId: launchTemplateId, Version: version } },
  };
}

/** The instances are told apart by their version only: this account does not run them. */
function renderGroup({ id, properties }: Entry, latest: RefreshState | undefined): QueryValue {
  const template = block(properties, "launchTemplate") ?? {};
  const version = text(template, "version") ?? "";
  const desired = number(properties, "desiredCapacity") ?? 0;
  const counts =
    latest === undefined
      ? [{ version, count: desired }]
      : [
          { version: latest.version, count: latest.moment.healthy.new },
          { version: latest.previousVersion, count: latest.moment.healthy.old },
        ];
  const templateOf = (of: string) => ({
    LaunchTemplateId: text(template, "id"),
    LaunchTemplateName: text(template, "name"),
    Version: of,
  });
  return {
    AutoScalingGroupName: id,
    MinSize: number(properties, "minSize"),
    MaxSize: number(properties, "maxSize"),
    DesiredCapacity: desired,
    LaunchTemplate: templateOf(version),
    Instances: counts.flatMap((each) =>
      Array.from({ length: each.count }, (_, index) => ({
        InstanceId: `i-${each.version.padStart(8, "0")}${String(index).padStart(9, "0")}`,
        LifecycleState: "InService",
        HealthStatus: "Healthy",
        LaunchTemplate: templateOf(each.version),
      })),
    ),
  };
}
