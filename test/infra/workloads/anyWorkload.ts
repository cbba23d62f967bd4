import type { LoadBalanced, Workload } from "../../../infra/workloads/workload";

/** A valid workload but for what a test gives: one that the load balancer sends requests to. */
export function anyWorkload({
  traffic,
  ...given
}: Omit<Partial<Workload>, "traffic"> & { traffic?: Partial<LoadBalanced> }): Workload {
  return {
    name: "api",
    role: "api",
    operatingSystem: "amazon-linux-2023",
    agents: { kind: "repository" },
    steps: [{ kind: "packages", names: ["nginx"] }],
    imdsUsers: [],
    logFiles: [],
    port: 9000,
    healthCheckPath: "/health",
    imdsHopLimit: 1,
    ...given,
    traffic: { kind: "loadBalancer", pathPatterns: ["/api/*"], listenerRulePriority: 10, ...traffic },
  };
}
