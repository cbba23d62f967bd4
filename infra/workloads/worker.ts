import type { Workload } from "./workload";

const unit = `[Unit]
Description=Background work
After=network.target
[Service]
User=worker
ExecStart=/usr/bin/node /opt/worker/worker.js
EnvironmentFile=/etc/worker/worker.env
StandardOutput=append:/var/log/worker.log
Restart=on-failure
[Install]
WantedBy=multi-user.target
`;

/** Background work (services/worker): no requests reach it, and it says by itself whether it is well. */
export const worker: Workload = {
  name: "worker",
  role: "worker",
  operatingSystem: "amazon-linux-2023",
  agents: { kind: "repository" },
  steps: [
    { kind: "packages", names: ["nodejs22"] },
    {
      kind: "command",
      name: "user",
      run: "useradd --system --no-create-home --shell /usr/sbin/nologin worker",
      unless: "id worker",
    },
    { kind: "artifact", name: "worker", directory: "/opt/worker" },
    { kind: "service", name: "worker", unit, drainSeconds: 60 },
    {
      kind: "file",
      path: "/etc/worker/worker.env",
      content: { kind: "template", text: "INSTANCE_ID={{instanceId}}\nPORT=8081\n" },
    },
  ],
  imdsUsers: [],
  logFiles: [{ path: "/var/log/worker.log", name: "worker" }],
  port: 8081,
  healthCheckPath: "/health",
  traffic: { kind: "none" },
  imdsHopLimit: 1,
};
