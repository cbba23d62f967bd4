import { isDeepStrictEqual } from "node:util";
import type { StackConfig } from "../infra/config/schema";
import type { WorkloadConfig } from "../infra/config/sections/workload";
import type { EngineEvent } from "../review/engineEvent";

/** A fleet whose instances a change replaces. */
export interface FleetRefresh {
  readonly workload: string;
  readonly settings: WorkloadConfig;
}

const group = "aws:autoscaling/group:Group";

/**
 * The fleets that an update would refresh, from the events of its preview: those whose group is to run another
 * template, or another version, than at the last update. A fleet that is new has nothing to replace.
 */
export function findRefreshes(events: readonly EngineEvent[], config: StackConfig): FleetRefresh[] {
  return events.flatMap((event) => {
    if (event.kind !== "step" || event.type !== group || event.op !== "update") return [];
    if (isDeepStrictEqual(event.inputs.launchTemplate, event.oldInputs.launchTemplate)) return [];
    const workload = event.urn.split("::").at(-1) ?? "";
    const settings = config.workloads[workload];
    return settings === undefined ? [] : [{ workload, settings }];
  });
}
