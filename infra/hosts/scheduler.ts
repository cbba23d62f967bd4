import { healthService } from "./healthService";
import type { SingleHost } from "./host";

/**
 * Starts the night's jobs. One of it is right: two would start each job twice. It is healthy while something keeps its
 * clock, which the jobs start by.
 */
export const scheduler: SingleHost = {
  kind: "single",
  name: "scheduler",
  role: "scheduler",
  operatingSystem: "amazon-linux-2023",
  agents: { kind: "repository" },
  port: 8080,
  healthCheckPath: "/health",
  imdsHopLimit: 1,
  steps: healthService(8080, "systemctl is-active --quiet chronyd"),
};
