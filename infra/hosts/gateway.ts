import { healthService } from "./healthService";
import type { ApplianceHost } from "./host";

/** Forwards packets to networks outside of the VPC and back. */
export const gateway: ApplianceHost = {
  kind: "appliance",
  name: "gateway",
  role: "gateway",
  operatingSystem: "amazon-linux-2023",
  agents: { kind: "repository" },
  port: 8080,
  healthCheckPath: "/health",
  imdsHopLimit: 1,
  steps: [
    {
      kind: "file",
      layer: "foundation",
      path: "/etc/sysctl.d/90-bakeline-forward.conf",
      content: { kind: "literal", text: "net.ipv4.ip_forward = 1\n" },
    },
    {
      kind: "command",
      name: "forward",
      run: "sysctl -q -p /etc/sysctl.d/90-bakeline-forward.conf",
      unless: 'test "$(cat /proc/sys/net/ipv4/ip_forward)" = 1',
    },
    ...healthService(8080, 'test "$(cat /proc/sys/net/ipv4/ip_forward)" = 1'),
  ],
};
