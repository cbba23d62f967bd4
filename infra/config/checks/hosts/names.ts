import { hosts as declared } from "../../../hosts";
import type { HostKind } from "../../../hosts/host";
import type { Finding } from "../../finding";
import { findNearestName } from "../../nearestName";
import type { PartialConfig } from "../../partialConfig";
import { viewHosts } from "./hostViews";

/** Settings are of a host that infra/hosts declares, under its kind. A stack may leave hosts out. */
export function hostNameProblems({ hosts }: PartialConfig): Finding[] {
  return viewHosts(hosts).flatMap(({ kind, name, path }): Finding[] => {
    const host = declared.find((one) => one.name === name);
    if (host?.kind === kind) return [];
    const names = declared.filter((one) => one.kind === kind).map((one) => one.name);
    return [
      {
        kind: "unknownKey",
        path,
        expected: `a host of infra/hosts of kind ${kind} (${names.join(", ")})`,
        remedy: host === undefined ? suggest(name, kind) : `move it to hosts.${host.kind}`,
      },
    ];
  });
}

function suggest(name: string, kind: HostKind): string {
  const names = declared.filter((one) => one.kind === kind).map((one) => one.name);
  const nearest = findNearestName(name, names);
  return nearest === undefined ? "declare it there, or remove it" : `rename it to ${nearest}`;
}
