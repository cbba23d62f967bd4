import type { Workload } from "./workload";

/** The public site. It takes every path that no other workload asks for. */
export const web: Workload = {
  name: "web",
  role: "web",
  port: 8080,
  healthCheckPath: "/health",
  pathPatterns: ["/*"],
  listenerRulePriority: 1000,
  imdsHopLimit: 1,
};
