import { findInstanceType, type InstanceType } from "../../../compute/instanceTypes/instanceType";
import { type Finding, wrong } from "../../finding";
import type { PartialConfig } from "../../partialConfig";
import { architectureFindings } from "../workloads";
import { type HostView, viewHosts } from "./hostViews";

type Hosts = PartialConfig["hosts"];

/** What EC2 would refuse, or never do, for the instance type alone: infra/compute/instanceTypes. */
export function instanceTypeProblems({ hosts }: PartialConfig): Finding[] {
  return viewHosts(hosts).flatMap((view) => {
    const name = view.machine.instanceType;
    if (name === undefined) return [];
    const path = [...view.path, "instanceType"];
    const type = findInstanceType(name);
    if (type === undefined)
      return [
        wrong(
          path,
          "an instance type that AWS has",
          "choose one of infra/compute/instanceTypes/facts.json; a newer one comes in by npm run facts:instance-types",
        ),
      ];
    return [
      ...interfaceCountProblems(view, type, path),
      ...architectureFindings(view.path, view.machine),
      ...recoveryProblems(view, type, path),
      ...placementProblems(view, type, hosts),
      ...addressCountProblems(view, type, hosts),
    ];
  });
}

function interfaceCountProblems(view: HostView, type: InstanceType, path: Finding["path"]): Finding[] {
  const wanted = view.interfacesPerInstance;
  if (type.interfaces >= wanted) return [];
  return [
    wrong(
      path,
      `a type that takes ${wanted} network interfaces (this one takes ${type.interfaces})`,
      "choose a larger type, or leave out managementInterface",
    ),
  ];
}

/** https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instance-configuration-recovery.html */
function recoveryProblems(view: HostView, type: InstanceType, path: Finding["path"]): Finding[] {
  if (view.kind !== "single" || type.recovers) return [];
  return [
    wrong(
      path,
      "a type that EC2 recovers on other hardware",
      "choose one without instance store that is no bare metal",
    ),
  ];
}

function placementProblems({ kind, name, path }: HostView, type: InstanceType, hosts: Hosts): Finding[] {
  const wanted = kind === "dualHomed" ? hosts.dualHomed[name]?.placement : undefined;
  if (wanted === undefined || wanted === "none" || type.placements.includes(wanted)) return [];
  return [
    wrong(
      [...path, "placement"],
      `one that the instance type takes (none, ${type.placements.join(", ")})`,
      "choose none, or another type",
    ),
  ];
}

function addressCountProblems(view: HostView, type: InstanceType, hosts: Hosts): Finding[] {
  const limit = type.addressesPerInterface;
  const remedy = "choose a larger type, or fewer addresses";
  const own = view.interfaces.flatMap(({ path, settings }) => {
    const count = 1 + (settings.secondaryPrivateIps?.length ?? 0);
    return count > limit
      ? [
          wrong(
            [...path, "secondaryPrivateIps"],
            `at most ${limit - 1} beside the primary one, by the instance type`,
            remedy,
          ),
        ]
      : [];
  });
  const secondary = view.kind === "dualHomed" ? hosts.dualHomed[view.name]?.secondaryAddresses : undefined;
  return secondary !== undefined && 1 + secondary > limit
    ? [
        ...own,
        wrong([...view.path, "secondaryAddresses"], `at most ${limit - 1}, by the instance type`, remedy),
      ]
    : own;
}
