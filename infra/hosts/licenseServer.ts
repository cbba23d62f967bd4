import { healthService } from "./healthService";
import type { LicensedHost } from "./host";

/** Hands out floating licences, which its vendor bound to the MAC address of its interface. */
export const licenseServer: LicensedHost = {
  kind: "licensed",
  name: "license-server",
  role: "license-server",
  operatingSystem: "amazon-linux-2023",
  agents: { kind: "repository" },
  port: 27000,
  healthCheckPath: "/health",
  imdsHopLimit: 1,
  steps: healthService(27000, "true"),
};
