import type { BucketObject, Step } from "../bakeline/step";
import { baseScriptPath } from "../bootstrap/baseScript";
import { pairAgentPath } from "../bootstrap/shell/interfaces";
import {
  type AgentSettings,
  agentSettingsPath,
  renderAgentSettings,
} from "../functions/floatingPair/agentSettings";

/** What runs before the host's own steps: Node, for the agent. */
export const pairFoundation: readonly Step[] = [{ kind: "packages", names: ["nodejs22"] }];

/** The agent that keeps the pair's lease, and the target that a service of the active one belongs to. */
export function pairSteps(agent: BucketObject, settings: AgentSettings): Step[] {
  const { key, sha256 } = agent;
  return [
    {
      kind: "command",
      layer: "application",
      name: "pair-agent",
      run: `. ${baseScriptPath}\nload_environment\nensure_imds\nfetch ${key}=${sha256}\ninstall -m 0644 "$objects/${sha256}" ${pairAgentPath}`,
      unless: `sha256sum --status -c - <<<'${sha256}  ${pairAgentPath}'`,
    },
    {
      kind: "file",
      layer: "application",
      path: "/etc/systemd/system/bakeline-active.target",
      content: { kind: "literal", text: "[Unit]\nDescription=This instance is the active one of its pair\n" },
    },
    {
      kind: "file",
      layer: "configuration",
      path: agentSettingsPath,
      content: { kind: "literal", text: renderAgentSettings(settings) },
    },
    {
      kind: "service",
      layer: "configuration",
      name: "bakeline-pair",
      unit: [
        "[Unit]",
        "Description=Keeps the pair's lease",
        "After=network-online.target",
        "[Service]",
        `ExecStart=${baseScriptPath} pair`,
        "ExecStopPost=/usr/bin/systemctl stop bakeline-active.target",
        "Restart=always",
        "RestartSec=1",
        "[Install]",
        "WantedBy=multi-user.target",
        "",
      ].join("\n"),
      startAt: "ready",
      drainSeconds: 5,
    },
  ];
}
