import type { OperatingSystem } from "../bakeline/operatingSystem";
import type { BucketObject, Step } from "../bakeline/step";
import { baseScriptPath } from "./baseScript";
import { type LogFile, renderAgentLogs, renderAgentMetrics } from "./cloudWatchAgent";
import { imdsUsersPath } from "./shell/imdsFirewall";

/** Where AWS's two agents come from. Amazon Linux packages both; elsewhere AWS publishes package files. */
export type Agents =
  | { readonly kind: "repository" }
  | { readonly kind: "bucket"; readonly cloudWatchAgent: BucketObject; readonly ssmAgent: BucketObject }
  /** The image holds them already, and their units under their usual names. */
  | { readonly kind: "image" };

export interface EveryInstanceArgs {
  readonly operatingSystem: OperatingSystem;
  readonly agents: Agents;
  /** Users that reach the metadata service, and with it the role's credentials, besides root. */
  readonly imdsUsers: readonly string[];
  readonly logGroupName: string;
  /** Files that the agent sends to the log group. */
  readonly logFiles: readonly LogFile[];
}

/** A workload's steps with those of every instance around them, so that the tier decides about all alike. */
export function withEveryInstance(args: EveryInstanceArgs, steps: readonly Step[]): Step[] {
  return [...planFoundation(args), ...steps, ...planConfiguration(args)];
}

const agentDirectory = "/opt/aws/amazon-cloudwatch-agent/etc/amazon-cloudwatch-agent.d";

function planFoundation({ agents, imdsUsers }: EveryInstanceArgs): Step[] {
  const layer = "foundation";
  return [
    { kind: "packages", ...planPackages(agents) },
    {
      kind: "file",
      layer,
      path: `${agentDirectory}/metrics.json`,
      content: { kind: "literal", text: renderAgentMetrics() },
    },
    { kind: "service", layer, name: "amazon-cloudwatch-agent", startAt: "ready" },
    { kind: "service", layer, name: "amazon-ssm-agent", startAt: "ready" },
    {
      kind: "file",
      layer,
      path: imdsUsersPath,
      content: { kind: "literal", text: imdsUsers.map((name) => `${name}\n`).join("") },
    },
    {
      kind: "service",
      layer,
      name: "bakeline-imds-firewall",
      unit: renderUnit("Keeps the metadata service to root and named users", {
        Type: "oneshot",
        RemainAfterExit: "yes",
        ExecStart: `${baseScriptPath} firewall`,
      }),
    },
    {
      kind: "service",
      layer,
      name: "bakeline-watch",
      unit: renderUnit("Drains before a spot interruption", {
        ExecStart: `${baseScriptPath} watch`,
        Restart: "on-failure",
        RestartSec: "5",
      }),
      startAt: "ready",
    },
    {
      kind: "service",
      layer,
      name: "bakeline-end",
      // Started last, so stopped first: services still run when the hooks of undeploy do.
      unit: renderUnit("Runs the hooks of undeploy and shutdown", {
        Type: "oneshot",
        RemainAfterExit: "yes",
        ExecStart: "/bin/true",
        ExecStop: `${baseScriptPath} end`,
      }),
      drainSeconds: 90,
      startAt: "ready",
    },
  ];
}

/** Where auditd writes logins, changed users and anomalies. Of these systems Amazon Linux alone comes with it, running. */
const auditLogs: Readonly<Record<OperatingSystem, readonly LogFile[]>> = {
  "amazon-linux-2023": [{ path: "/var/log/audit/audit.log", name: "audit" }],
  ubuntu: [],
  debian: [],
};

/** Names a log group, which belongs to one stack: not for an image that others may run too. */
function planConfiguration({ operatingSystem, logGroupName, logFiles }: EveryInstanceArgs): Step[] {
  return [
    {
      kind: "file",
      layer: "configuration",
      path: `${agentDirectory}/logs.json`,
      content: {
        kind: "literal",
        text: renderAgentLogs(logGroupName, [...logFiles, ...auditLogs[operatingSystem]]),
      },
    },
  ];
}

function planPackages(agents: Agents): { names: string[]; files?: BucketObject[] } {
  switch (agents.kind) {
    case "repository":
      return { names: ["nftables", "amazon-cloudwatch-agent", "amazon-ssm-agent"] };
    case "bucket":
      return { names: ["nftables"], files: [agents.cloudWatchAgent, agents.ssmAgent] };
    case "image":
      return { names: ["nftables"] };
    default:
      return agents satisfies never;
  }
}

function renderUnit(description: string, service: Readonly<Record<string, string>>): string {
  return [
    "[Unit]",
    `Description=${description}`,
    "After=network.target",
    "[Service]",
    ...Object.entries(service).map(([name, value]) => `${name}=${value}`),
    "[Install]",
    "WantedBy=multi-user.target",
    "",
  ].join("\n");
}
