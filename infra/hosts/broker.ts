import { healthService } from "./healthService";
import type { FloatingPair } from "./host";

/** A message broker that one instance could carry, with a second one that takes its place. */
export const broker: FloatingPair = {
  kind: "floatingPair",
  name: "broker",
  role: "broker",
  operatingSystem: "amazon-linux-2023",
  agents: { kind: "repository" },
  port: 5672,
  healthCheckPath: "/health",
  imdsHopLimit: 1,
  steps: healthService(5672, "true"),
};
