import { divide } from "../../../infra/bakeline/divide";
import type { Step } from "../../../infra/bakeline/step";
import type { Tier } from "../../../infra/bakeline/tier";
import { type Agents, withEveryInstance } from "../../../infra/bootstrap/everyInstance";
import type { BootFacts, Overlays } from "../../../infra/bootstrap/loader";
import type { UserDataArgs } from "../../../infra/bootstrap/userData";

/** A small sessions service: Node, a health answer with the instance's id, a drain. */
export interface SessionsArtifact {
  readonly key: string;
  readonly sha256: string;
}

const anyArtifact: SessionsArtifact = { key: "sessions/1.4.2.tar.gz", sha256: "ab".repeat(32) };

export const sessionsPort = 8080;

const unit = `[Unit]
Description=Sessions
After=network.target
[Service]
User=sessions
ExecStart=/usr/bin/node /opt/sessions/server.js
EnvironmentFile=/etc/sessions/sessions.env
Restart=on-failure
[Install]
WantedBy=multi-user.target
`;

function sessionsSteps(artifact: SessionsArtifact): Step[] {
  return [
    { kind: "packages", names: ["nodejs"] },
    {
      kind: "command",
      name: "user",
      run: "useradd --system --no-create-home --shell /usr/sbin/nologin sessions",
      unless: "id sessions",
    },
    { kind: "artifact", name: "sessions", version: "1.4.2", directory: "/opt/sessions", ...artifact },
    { kind: "service", name: "sessions", unit, drainSeconds: 20 },
    {
      kind: "file",
      path: "/etc/sessions/sessions.env",
      content: {
        kind: "template",
        text: "INSTANCE_ID={{instanceId}}\nZONE={{availabilityZone}}\nENVIRONMENT={{environment}}\nPORT=8080\n",
      },
    },
    {
      kind: "secret",
      path: "/etc/sessions/session-key",
      reference: { kind: "parameterStore", name: "/sessions/session-key" },
      owner: "sessions",
    },
  ];
}

export const roles: Overlays = {
  sessions: [
    {
      kind: "file",
      layer: "configuration",
      path: "/etc/sysctl.d/60-sessions.conf",
      content: { kind: "literal", text: "net.core.somaxconn = 4096\n" },
    },
  ],
};

export const environments: Overlays = {
  dev: [
    {
      kind: "file",
      layer: "configuration",
      path: "/etc/sessions/environment.json",
      content: { kind: "literal", text: '{ "logLevel": "debug" }\n' },
    },
  ],
};

export function sessionsFacts(tier: Tier): BootFacts {
  return {
    workload: "sessions",
    stack: "dev",
    tier,
    operatingSystem: "debian",
    port: sessionsPort,
    healthCheckPath: "/health",
    logGroupName: "/bakeline/dev/sessions",
    bucket: "bakeline-dev-bootstrap",
    launchHookName: "ready",
  };
}

/** All steps of an instance of the service, in order. */
export function sessionsInstanceSteps(
  artifact: SessionsArtifact = anyArtifact,
  agents: Agents = { kind: "bucket", cloudWatchAgent: anyArtifact, ssmAgent: anyArtifact },
): Step[] {
  return withEveryInstance(
    {
      operatingSystem: "debian",
      agents,
      imdsUsers: ["sessions"],
      logGroupName: "/bakeline/dev/sessions",
      logFiles: [{ path: "/var/log/bakeline-boot.log", name: "boot" }],
    },
    sessionsSteps(artifact),
  );
}

/** What the service's launch template needs under a tier. */
export function sessionsUserData(tier: Tier): UserDataArgs {
  const { boot } = divide(sessionsInstanceSteps(), tier);
  return { facts: sessionsFacts(tier), boot, roles, environments };
}
