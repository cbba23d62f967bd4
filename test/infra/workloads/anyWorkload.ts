import type { Workload } from "../../../infra/workloads/workload";

/** A valid workload but for what a test gives. */
export function anyWorkload(given: Partial<Workload>): Workload {
  return {
    name: "api",
    role: "api",
    port: 9000,
    healthCheckPath: "/health",
    pathPatterns: ["/api/*"],
    listenerRulePriority: 10,
    imdsHopLimit: 1,
    ...given,
  };
}
