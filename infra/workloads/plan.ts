import { divide } from "../bakeline/divide";
import type { SecretReference, Step } from "../bakeline/step";
import { withEveryInstance } from "../bootstrap/everyInstance";
import { bootLogPath } from "../bootstrap/shell/report";
import { renderUserData, type UserData } from "../bootstrap/userData";
import { rootDeviceNameOf } from "../compute/rootDevice";
import { domainOf, partitionOf } from "../config/awsRegions";
import type { StackConfig } from "../config/schema";
import type { Release, WorkloadConfig } from "../config/sections/workload";
import { type ImagePlan, planImages } from "../images/imagePlan";
import { planConnectionSteps } from "../state/connection";
import { workloadLogGroupName } from "../state/logGroupName";
import type { EstateIdentity } from "../tags";
import { environmentOverlays, roleOverlays } from "./overlays";
import { releaseKey, withReleases } from "./release";
import type { Workload } from "./workload";

/** Everything about a workload in one stack that can be known before anything exists. Pure data. */
export interface WorkloadPlan {
  readonly workload: Workload;
  readonly settings: WorkloadConfig;
  readonly logGroupName: string;
  /** Those of every instance among them, releases filled in. */
  readonly steps: readonly Step[];
  readonly userData: UserData;
  /** Those that the tier needs, each built on the one before. None under base. */
  readonly images: readonly ImagePlan[];
  /** Releases to copy into the bootstrap bucket. */
  readonly releases: readonly PlannedRelease[];
  /** Read at boot, by the instance itself. */
  readonly secrets: readonly SecretReference[];
}

export interface PlannedRelease {
  readonly artifact: string;
  readonly release: Release;
  /** In the bootstrap bucket. */
  readonly key: string;
}

export interface PlanArgs {
  readonly workloads: readonly Workload[];
  readonly identity: EstateIdentity;
  readonly config: StackConfig;
}

/** The one initial lifecycle hook of every group, which a booted instance completes. */
export const launchHookName = "ready";

/** A row a workload. @throws Error for a workload without settings, and for user data that EC2 would not take */
export function planWorkloads({ workloads, identity, config }: PlanArgs): WorkloadPlan[] {
  return workloads.map((workload) => {
    const settings = config.workloads[workload.name];
    if (settings === undefined)
      throw new Error(
        `workloads.${workload.name}: expected its settings, got none; add them to the stack file`,
      );
    return planWorkload(workload, settings, identity, config);
  });
}

function planWorkload(
  workload: Workload,
  settings: WorkloadConfig,
  { stack, environment }: EstateIdentity,
  { region, bootstrapBucket: bucket }: StackConfig,
): WorkloadPlan {
  const { name, role, operatingSystem, agents, imdsUsers, logFiles, port, healthCheckPath } = workload;
  const { tier, releases } = settings;
  const logGroupName = workloadLogGroupName(stack, name);
  const steps = withEveryInstance(
    {
      operatingSystem,
      agents,
      imdsUsers,
      logGroupName,
      logFiles: [{ path: bootLogPath, name: "boot" }, ...logFiles],
    },
    [
      ...withReleases(name, workload.steps, releases),
      ...planConnectionSteps(stack, name, workload.stores ?? []),
    ],
  );
  const userData = renderUserData({
    facts: {
      workload: name,
      stack,
      tier,
      operatingSystem,
      port,
      healthCheckPath,
      logGroupName,
      bucket,
      launchHookName,
    },
    boot: divide(steps, tier).boot,
    // Its own only: another role's overlay that changes is no change of this workload.
    roles: { [role]: roleOverlays[role] ?? [] },
    environments: { [environment]: environmentOverlays[environment] ?? [] },
  });
  return {
    workload,
    settings,
    logGroupName,
    steps,
    userData,
    images: planImages({
      workload: name,
      operatingSystem,
      steps,
      tier,
      imageParameter: settings.imageParameter,
      rootDeviceName: rootDeviceNameOf(settings),
      bucket,
      region,
      domain: domainOf(partitionOf(region) ?? "aws"),
    }),
    releases: Object.entries(releases).map(([artifact, release]) => ({
      artifact,
      release,
      key: releaseKey(name, release),
    })),
    secrets: steps.flatMap(secretsOf),
  };
}

function secretsOf(step: Step): SecretReference[] {
  switch (step.kind) {
    case "secret":
      return [step.reference];
    case "chefClient":
      return [step.validator];
    case "packages":
    case "artifact":
    case "file":
    case "service":
    case "command":
    case "ansiblePull":
      return [];
    default:
      return step satisfies never;
  }
}
