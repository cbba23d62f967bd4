import { instanceTimesOf } from "../infra/rollout/instanceTimes";
import { planRefresh, type RefreshPlan } from "../infra/rollout/planRefresh";
import type { FleetRefresh } from "./findRefreshes";

/** What an update will do to each fleet, at its smallest and at its largest. */
export function renderPlan(stack: string, refreshes: readonly FleetRefresh[]): string {
  if (refreshes.length === 0) return `${stack}: no fleet is refreshed.`;
  return refreshes.map(({ workload, settings }) => renderFleet(workload, settings)).join("\n\n");
}

function renderFleet(
  workload: string,
  { tier, rollout, minSize, maxSize }: FleetRefresh["settings"],
): string {
  const times = instanceTimesOf(tier);
  const sizes = [...new Set([minSize, maxSize])];
  return [
    `${workload}: every instance is replaced (tier ${tier}: ready after about ${times.readySeconds} s, warm ${rollout.warmupSeconds} s later)`,
    ...sizes.map((size) => `  ${renderSize(size, planRefresh(size, rollout, times))}`),
    ...(rollout.checkpointPercentages.length === 0
      ? []
      : [
          `  stands still for ${renderDuration(rollout.checkpointDelaySeconds)} at ${rollout.checkpointPercentages.join(" and ")} %`,
        ]),
    ...(rollout.bakeSeconds === 0 ? [] : [`  bakes for ${renderDuration(rollout.bakeSeconds)} at the end`]),
  ].join("\n");
}

function renderSize(size: number, plan: RefreshPlan): string {
  const batches = plan.batches === 1 ? "1 batch" : `${plan.batches} batches of up to ${plan.batchSize}`;
  return `with ${size} ${size === 1 ? "instance" : "instances"}: ${batches}, ${renderDuration(plan.seconds)}, never fewer than ${plan.lowestCapacity} in service, at most ${plan.highestCapacity} at once`;
}

function renderDuration(seconds: number): string {
  if (seconds < 120) return `${Math.round(seconds)} s`;
  if (seconds < 7200) return `${Math.round(seconds / 60)} min`;
  return `${(seconds / 3600).toFixed(1)} h`;
}
