import { healthService } from "./healthService";
import type { DualHomedFleet } from "./host";

/** The application behind the public site: it is called by one network and calls its database by the other. */
export const app: DualHomedFleet = {
  kind: "dualHomed",
  name: "app",
  role: "app",
  operatingSystem: "amazon-linux-2023",
  agents: { kind: "repository" },
  port: 8080,
  healthCheckPath: "/health",
  imdsHopLimit: 1,
  callers: ["web"],
  databasePorts: [5432],
  steps: healthService(8080, "true"),
};
