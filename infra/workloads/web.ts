import type { Workload } from "./workload";

const unit = `[Unit]
Description=web
After=network.target
[Service]
User=web
ExecStart=/usr/bin/node /opt/web/server.js
EnvironmentFile=/etc/web/web.env
StandardOutput=append:/var/log/web.log
Restart=on-failure
[Install]
WantedBy=multi-user.target
`;

/** The public site (services/web). It takes every path that no other workload asks for. */
export const web: Workload = {
  name: "web",
  role: "web",
  operatingSystem: "amazon-linux-2023",
  agents: { kind: "repository" },
  steps: [
    { kind: "packages", names: ["nodejs22"] },
    {
      kind: "command",
      name: "user",
      run: "useradd --system --no-create-home --shell /usr/sbin/nologin web",
      unless: "id web",
    },
    { kind: "artifact", name: "web", directory: "/opt/web" },
    { kind: "service", name: "web", unit, drainSeconds: 20 },
    {
      kind: "file",
      path: "/etc/web/web.env",
      content: {
        kind: "template",
        text: "INSTANCE_ID={{instanceId}}\nPORT=8080\n",
      },
    },
    {
      kind: "secret",
      path: "/etc/web/session-key",
      reference: { kind: "parameterStore", name: "/web/session-key" },
      owner: "web",
    },
  ],
  imdsUsers: [],
  logFiles: [{ path: "/var/log/web.log", name: "web" }],
  port: 8080,
  healthCheckPath: "/health",
  traffic: { kind: "loadBalancer", pathPatterns: ["/*"], listenerRulePriority: 1000 },
  imdsHopLimit: 1,
  stores: [
    { store: "orders", access: "write" },
    { store: "billing", access: "read" },
    { store: "reports", access: "administer" },
    { store: "sessions", access: "write" },
    { store: "catalog", access: "write" },
    { store: "limits", access: "write" },
    { store: "pages", access: "write" },
    { store: "assets", access: "write" },
    { store: "media", access: "read" },
  ],
};
