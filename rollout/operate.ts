import type { AutoScaling } from "../infra/rollout/awsAutoScaling";
import { countVersions, endedStatuses, type Refresh } from "../infra/rollout/rollOut";
import type { RunningFleet } from "./groups";

/** A line a fleet: on which version it is, and how far its latest rollout is or how it ended. */
export async function describeRollouts(
  fleets: readonly RunningFleet[],
  calls: AutoScaling,
): Promise<string[]> {
  return Promise.all(
    fleets.map(async ({ workload, groupName }) => {
      const { template, instanceVersions } = await calls.describeGroup(groupName);
      const refresh = await calls.describeRefresh(groupName);
      return `${workload} (${groupName}): version ${template?.version ?? "unknown"}; instances: ${countVersions(instanceVersions)}; ${renderRefresh(refresh)}`;
    }),
  );
}

function renderRefresh(refresh: Refresh | undefined): string {
  if (refresh === undefined) return "nothing was rolled out yet";
  const reason = refresh.statusReason === undefined ? "" : `: ${refresh.statusReason}`;
  return `rollout to version ${refresh.desired?.version ?? "unknown"}: ${refresh.status}, ${refresh.percentageComplete} %${reason}`;
}

/**
 * Has every rollout that is under way undone, and waits until the fleets are back.
 * @param pause waits until it is time to ask again
 * @throws Error when nothing is under way, or a fleet did not come back
 */
export async function undoRollouts(
  fleets: readonly RunningFleet[],
  calls: AutoScaling,
  pause: () => Promise<void>,
): Promise<string[]> {
  const latest = await Promise.all(
    fleets.map(async (fleet) => ({ fleet, refresh: await calls.describeRefresh(fleet.groupName) })),
  );
  const running = latest.filter(
    ({ refresh }) => refresh !== undefined && !endedStatuses.includes(refresh.status),
  );
  if (running.length === 0)
    throw new Error(
      "no rollout is under way: AWS undoes only what has not ended. To go back after it, check out the commit before and run the update",
    );
  return Promise.all(
    running.map(async ({ fleet: { workload, groupName } }) => {
      const id = await calls.rollBack(groupName);
      for (;;) {
        const refresh = await calls.describeRefresh(groupName, id);
        if (refresh?.status === "RollbackSuccessful") return `${workload}: back on the version before`;
        if (refresh === undefined || endedStatuses.includes(refresh.status))
          throw new Error(`${workload}: ${renderRefresh(refresh)}`);
        await pause();
      }
    }),
  );
}
