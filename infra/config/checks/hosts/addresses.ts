import { holdsAddress, isReservedAddress, planZoneBlocks } from "../../../network/zoneBlocks";
import { canonicalBlock, prefixLength } from "../../cidrBlock";
import { type Finding, type SettingPath, wrong } from "../../finding";
import type { PartialConfig } from "../../partialConfig";
import { type InterfaceView, viewHosts } from "./hostViews";

interface Place {
  readonly path: SettingPath;
  readonly address: string;
}

/** A chosen address lies in the interface's subnet, is free to have, and is nobody else's. */
export function addressProblems({ hosts, network }: PartialConfig): Finding[] {
  const interfaces = viewHosts(hosts).flatMap((view) => view.interfaces);
  const places = interfaces.flatMap(placesOf);
  return [
    ...interfaces.flatMap((one) => subnetProblems(one, network)),
    ...interfaces.flatMap(primaryProblems),
    ...places.flatMap(({ path, address }, index) => {
      const first = places.findIndex((place) => place.address === address);
      return first < index
        ? [wrong(path, "an address that no other interface has", "choose another, or remove it")]
        : [];
    }),
  ];
}

/** Of every appliance, one address a member. */
export function memberAddressProblems({ hosts }: PartialConfig): Finding[] {
  return Object.entries(hosts.appliance).flatMap(([name, { privateIps, zones }]) =>
    privateIps !== undefined &&
    zones !== undefined &&
    privateIps.length > 0 &&
    privateIps.length !== zones.length
      ? [
          wrong(
            ["hosts", "appliance", name, "privateIps"],
            `${zones.length} addresses, one a zone, or none`,
            "write one for each member, or leave it out",
          ),
        ]
      : [],
  );
}

function placesOf({ path, settings }: InterfaceView): Place[] {
  const { privateIp, secondaryPrivateIps = [] } = settings;
  const primary = privateIp === undefined ? [] : [{ path: primaryPath(path), address: privateIp }];
  const secondary = secondaryPrivateIps.map((address, index) => ({
    path: [...path, "secondaryPrivateIps", index],
    address,
  }));
  return [...primary, ...secondary];
}

/** An appliance's addresses are a list of their own. */
function primaryPath(path: SettingPath): SettingPath {
  return typeof path.at(-1) === "number" ? path : [...path, "privateIp"];
}

function subnetProblems(view: InterfaceView, network: PartialConfig["network"]): Finding[] {
  const { subnet } = view.settings;
  const zoneIndex = network.availabilityZones?.indexOf(view.zone ?? "") ?? -1;
  const vpc = network.cidrBlock;
  // The errors of a wrong zone or VPC are enough; a block that cannot be cut has no subnets to compare with.
  if (subnet === undefined || zoneIndex < 0 || vpc === undefined || canonicalBlock(vpc) !== vpc) return [];
  if (prefixLength(vpc) < 16 || prefixLength(vpc) > 20) return [];
  const block = planZoneBlocks(vpc, zoneIndex)[subnet];
  return placesOf(view).flatMap(({ path, address }) => {
    if (!holdsAddress(block, address))
      return [
        wrong(path, `an address of the ${subnet} subnet of ${view.zone} (${block})`, "choose one of these"),
      ];
    if (isReservedAddress(block, address))
      return [
        wrong(
          path,
          `an address of ${block} that AWS does not keep for itself`,
          "choose none of the first four, nor the last",
        ),
      ];
    return [];
  });
}

function primaryProblems({ path, settings }: InterfaceView): Finding[] {
  const { privateIp, secondaryPrivateIps = [] } = settings;
  if (secondaryPrivateIps.length === 0 || privateIp !== undefined) return [];
  return [
    {
      ...wrong(
        [...path, "secondaryPrivateIps"],
        "privateIp beside it",
        "write the primary address too: among chosen ones AWS would make any of them the primary",
      ),
      absent: [...path, "privateIp"],
    },
  ];
}
