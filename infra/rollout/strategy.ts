/**
 * How an instance refresh replaces a group's instances. Percentages are of the desired capacity:
 * https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_RefreshPreferences.html (read 2026-11-26)
 */
export interface RefreshStrategy {
  /** 0 to 100: what stays in service, healthy and warmed up. */
  readonly minHealthyPercentage: number;
  /** 100 to 200, at most 100 above `minHealthyPercentage`: what may exist at once. */
  readonly maxHealthyPercentage: number;
  /** Ascending, below 100: at each the refresh stands still for `checkpointDelaySeconds`. */
  readonly checkpointPercentages: readonly number[];
  /** 0 to 172,800. */
  readonly checkpointDelaySeconds: number;
  /** 0 to 172,800: how long the whole new version runs before the refresh counts as done. */
  readonly bakeSeconds: number;
  /** From in service until it counts, which is when its metrics do. */
  readonly warmupSeconds: number;
}

/** How long an instance takes, by its tier: infra/rollout/instanceTimes.ts has what a plan reckons with. */
export interface InstanceTimes {
  /** From launch to ready for service: the launch hook's. */
  readonly readySeconds: number;
  /** From the decision to terminate to gone: drain and deregistration. */
  readonly terminateSeconds: number;
}

/** Instances by which a group may fall or grow while it is refreshed. */
export interface Bounds {
  readonly fewest: number;
  readonly most: number;
}

/**
 * AWS rounds in favour of service and of progress: the minimum up, the maximum up as well. Where neither leaves room
 * for a single step (100 and 100), it replaces one instance at a time, and that one is missing meanwhile:
 * https://docs.aws.amazon.com/autoscaling/ec2/userguide/instance-refresh-overview.html
 */
export function refreshBounds(
  desired: number,
  { minHealthyPercentage, maxHealthyPercentage }: RefreshStrategy,
): Bounds {
  const fewest = Math.ceil((desired * minHealthyPercentage) / 100);
  const most = Math.ceil((desired * maxHealthyPercentage) / 100);
  return most > fewest ? { fewest, most } : { fewest: desired - 1, most: desired };
}

/** Replacements after which the refresh stands still, ascending; the last is all of them. */
export function checkpointCounts(desired: number, { checkpointPercentages }: RefreshStrategy): number[] {
  const counts = checkpointPercentages.map((percentage) => Math.ceil((desired * percentage) / 100));
  return [...new Set([...counts, desired])];
}
