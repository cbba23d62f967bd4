import type { Step } from "../bakeline/step";
import { baseScriptPath } from "../bootstrap/baseScript";
import { interfaceRoutesPath } from "../bootstrap/shell/interfaces";

/** A network that is reached through an interface other than the first. */
export interface InterfaceRoute {
  readonly deviceIndex: number;
  readonly cidrBlock: string;
}

/** What a host with several interfaces does at every boot, so that replies leave by the interface they came in on. */
export function interfaceSteps(routes: readonly InterfaceRoute[]): Step[] {
  const text = routes.map(({ deviceIndex, cidrBlock }) => `${deviceIndex} ${cidrBlock}\n`).join("");
  return [
    ...(routes.length === 0
      ? []
      : [{ kind: "file", path: interfaceRoutesPath, content: { kind: "literal", text } } satisfies Step]),
    oneshot("bakeline-interfaces", "Replies leave by the interface they came in on", "interfaces"),
  ];
}

/** What a host does at every boot that takes its interface over from the instance before. */
export function attachSteps(deviceIndex: number): Step[] {
  return [
    oneshot("bakeline-attach", "Attaches the interface that the host is known by", `attach ${deviceIndex}`),
  ];
}

function oneshot(name: string, description: string, command: string): Step {
  const unit = [
    "[Unit]",
    `Description=${description}`,
    "Wants=network-online.target",
    "After=network-online.target",
    "[Service]",
    "Type=oneshot",
    "RemainAfterExit=yes",
    `ExecStart=${baseScriptPath} ${command}`,
    "TimeoutStartSec=1000",
    "[Install]",
    "WantedBy=multi-user.target",
    "",
  ].join("\n");
  return { kind: "service", name, unit };
}
