import { type Finding, type SettingPath, wrong } from "../../finding";
import type { PartialConfig } from "../../partialConfig";
import { type InterfaceView, viewHosts } from "./hostViews";

/** Elastic IPs stand for private addresses of interfaces that the internet gateway serves. */
export function elasticIpProblems(config: PartialConfig): Finding[] {
  const interfaces = viewHosts(config.hosts).flatMap((view) => view.interfaces);
  return [...interfaces.flatMap(interfaceProblems), ...quotaProblems(config, interfaces)];
}

function interfaceProblems({ path, settings }: InterfaceView): Finding[] {
  const { elasticIps = [], subnet, privateIp, secondaryPrivateIps } = settings;
  const own = [...(privateIp === undefined ? [] : [privateIp]), ...(secondaryPrivateIps ?? [])];
  if (elasticIps.length > 0 && subnet !== undefined && subnet !== "public")
    return [
      wrong(
        [...path, "elasticIps"],
        `none in a ${subnet} subnet`,
        "choose subnet: public; no other has a route to the internet gateway",
      ),
    ];
  return elasticIps.flatMap((address, index) => {
    const at: SettingPath = [...path, "elasticIps", index];
    if (secondaryPrivateIps !== undefined && !own.includes(address))
      return [
        wrong(
          at,
          own.length === 0
            ? "an address that privateIp names"
            : `one of the interface's addresses (${own.join(", ")})`,
          "an Elastic IP belongs to one private address: write that one",
        ),
      ];
    if (elasticIps.indexOf(address) < index)
      return [wrong(at, "each private address once", "remove it: one Elastic IP per private address")];
    return [];
  });
}

/** 5 a region unless raised: https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html */
function quotaProblems({ hosts, network }: PartialConfig, interfaces: readonly InterfaceView[]): Finding[] {
  if (network.natGateways === undefined || network.availabilityZones === undefined) return [];
  const gateways = network.natGateways === "single" ? 1 : network.availabilityZones.length;
  const own = interfaces.reduce((sum, { settings }) => sum + (settings.elasticIps?.length ?? 0), 0);
  if (own === 0 || gateways + own <= hosts.elasticIpQuota) return [];
  return [
    wrong(
      ["hosts", "elasticIpQuota"],
      `at least ${gateways + own}: ${gateways} for NAT gateways, ${own} for hosts`,
      "have the quota EC2-VPC Elastic IPs raised and write it here, or use fewer",
    ),
  ];
}
