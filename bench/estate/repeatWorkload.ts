import type { StackConfig } from "../../infra/config/schema";
import type { WorkloadConfig } from "../../infra/config/sections/workload";
import type { Workload } from "../../infra/workloads/workload";

/** As many workloads as asked for, all alike but for their names, paths and priorities. */
export function repeatWorkload(
  workload: Workload,
  config: StackConfig,
  count: number,
): { workloads: Workload[]; settings: Record<string, WorkloadConfig> } {
  const own = config.workloads[workload.name];
  if (own === undefined)
    throw new Error(`bakeline:workloads.${workload.name}: expected its settings, got none`);
  const workloads = Array.from({ length: count }, (_, index): Workload => {
    const name = `${workload.name}-${index + 1}`;
    const traffic = {
      kind: "loadBalancer" as const,
      pathPatterns: [`/${name}/*`] as const,
      listenerRulePriority: index + 1,
    };
    return { ...workload, name, traffic, stores: [] };
  });
  return { workloads, settings: Object.fromEntries(workloads.map(({ name }) => [name, own])) };
}
