import {
  checkpointCounts,
  type InstanceTimes,
  type RefreshStrategy,
  refreshBounds,
} from "../../../infra/rollout/strategy";

/** DescribeInstanceRefreshes' own words. Not modelled: `Cancelling`, which lasts a moment here. */
export type RefreshStatus =
  | "Pending"
  | "InProgress"
  | "Baking"
  | "Successful"
  | "Failed"
  | "Cancelled"
  | "RollbackInProgress"
  | "RollbackSuccessful"
  | "RollbackFailed";

export const endedStatuses: readonly RefreshStatus[] = [
  "Successful",
  "Failed",
  "Cancelled",
  "RollbackSuccessful",
  "RollbackFailed",
];

export interface RefreshScenario {
  readonly desired: number;
  readonly strategy: RefreshStrategy;
  readonly times: InstanceTimes;
  readonly autoRollback: boolean;
  /** How many seconds the launch hook waits before it abandons an instance that reports nothing. */
  readonly hookSeconds: number;
  /** Whether instances of a version ever report ready. */
  readonly becomesReady: Readonly<Record<"old" | "new", boolean>>;
  /** Seconds after the start at which an operator calls RollbackInstanceRefresh or CancelInstanceRefresh. */
  readonly intervention?: { readonly at: number; readonly kind: "rollback" | "cancel" };
}

/** A group at one moment of its refresh. */
export interface RefreshMoment {
  /** Seconds since StartInstanceRefresh. */
  readonly at: number;
  readonly status: RefreshStatus;
  readonly reason?: string;
  readonly percentageComplete: number;
  /** In service and warmed up. */
  readonly healthy: Readonly<Record<"old" | "new", number>>;
  /** Everything that is not terminating. */
  readonly total: number;
}

interface Instance {
  readonly version: "old" | "new";
  readonly countsAt: number;
}

/**
 * An instance refresh of an Auto Scaling group, event by event: what AWS documents of how replacements are bounded,
 * checked, paused and undone. An instance counts once it is in service and its warm-up is over; one that is being
 * terminated counts no more.
 *
 * AWS does not say how many failed replacements end a refresh: here the first does.
 * https://docs.aws.amazon.com/autoscaling/ec2/userguide/instance-refresh-rollback.html
 */
export function simulateRefresh(scenario: RefreshScenario): RefreshMoment[] {
  const { desired, strategy, times, intervention } = scenario;
  const { fewest, most } = refreshBounds(desired, strategy);
  const moments: RefreshMoment[] = [];
  const counted = { old: desired, new: 0 };
  let starting: Instance[] = [];
  let goneAt = 0;
  let now = 0;
  let status: RefreshStatus = "Pending";
  let reason: string | undefined;

  const total = () => counted.old + counted.new + starting.length;
  const record = (replaced: number) =>
    moments.push({
      at: now,
      status,
      ...(reason === undefined ? {} : { reason }),
      percentageComplete: desired === 0 ? 100 : Math.floor((Math.min(replaced, desired) / desired) * 100),
      healthy: { ...counted },
      total: total(),
    });
  const interrupted = (at: number) =>
    intervention !== undefined && status !== "RollbackInProgress" && intervention.at <= at;

  /** Replaces until `goal` instances are of `version`. Answers why it stopped before. */
  function replace(version: "old" | "new", goal: number): "failed" | "interrupted" | undefined {
    const other = version === "new" ? "old" : "new";
    const inVersion = () => counted[version] + starting.filter((each) => each.version === version).length;
    for (;;) {
      // What is above the goal's remainder leaves as soon as service allows it.
      const leaving = Math.max(
        0,
        Math.min(counted[other] - (desired - goal), counted.old + counted.new - fewest),
      );
      if (leaving > 0) {
        counted[other] -= leaving;
        goneAt = now + times.terminateSeconds;
      }
      const launching = Math.max(0, Math.min(goal - inVersion(), most - total()));
      for (let n = 0; n < launching; n += 1)
        starting.push({
          version,
          countsAt: scenario.becomesReady[version]
            ? now + times.readySeconds + strategy.warmupSeconds
            : Number.POSITIVE_INFINITY,
        });
      record(version === "new" ? counted.new : counted.old);
      if (counted[version] >= goal && counted[other] <= desired - goal) return undefined;
      const next = Math.min(...starting.map(({ countsAt }) => countsAt));
      const abandonedAt = now + scenario.hookSeconds;
      const at = next === Number.POSITIVE_INFINITY ? abandonedAt : next;
      if (interrupted(at)) {
        now = Math.max(now, intervention?.at ?? now);
        return "interrupted";
      }
      now = at;
      if (next === Number.POSITIVE_INFINITY) {
        starting = [];
        return "failed";
      }
      for (const each of starting.filter(({ countsAt }) => countsAt <= now)) counted[each.version] += 1;
      starting = starting.filter(({ countsAt }) => countsAt > now);
    }
  }

  function pause(seconds: number): boolean {
    if (interrupted(now + seconds)) {
      now = Math.max(now, intervention?.at ?? now);
      return false;
    }
    now += seconds;
    return true;
  }

  function undo(why: string): void {
    status = "RollbackInProgress";
    reason = why;
    // What had begun to start is of no use any more.
    starting = [];
    const ended = replace("old", desired);
    now = Math.max(now, goneAt);
    status = ended === undefined ? "RollbackSuccessful" : "RollbackFailed";
    record(counted.old);
  }

  function stop(why: "failed" | "interrupted"): RefreshMoment[] {
    if (why === "interrupted" && intervention?.kind === "cancel") {
      status = "Cancelled";
      reason = "cancelled by CancelInstanceRefresh; what was replaced stays so";
      starting = [];
      record(counted.new);
      return moments;
    }
    const cause =
      why === "interrupted"
        ? "rolled back by RollbackInstanceRefresh"
        : `a replacement was abandoned by the launch hook after ${scenario.hookSeconds} s`;
    if (why === "failed" && !scenario.autoRollback) {
      status = "Failed";
      reason = cause;
      record(counted.new);
      return moments;
    }
    undo(cause);
    return moments;
  }

  record(0);
  status = "InProgress";
  const counts = checkpointCounts(desired, strategy);
  for (const [index, count] of counts.entries()) {
    const stopped = replace("new", count);
    if (stopped !== undefined) return stop(stopped);
    if (index < counts.length - 1 && !pause(strategy.checkpointDelaySeconds)) return stop("interrupted");
  }
  now = Math.max(now, goneAt);
  if (strategy.bakeSeconds > 0) {
    status = "Baking";
    record(counted.new);
    if (!pause(strategy.bakeSeconds)) return stop("interrupted");
  }
  status = "Successful";
  record(counted.new);
  return moments;
}

/** The last moment that has come. */
export function momentAt(moments: readonly RefreshMoment[], seconds: number): RefreshMoment {
  const reached = moments.filter(({ at }) => at <= seconds);
  const last = reached.at(-1) ?? moments[0];
  if (last === undefined) throw new Error("a refresh has at least its first moment");
  return last;
}
