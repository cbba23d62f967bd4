import { awsRegions, partitionOf } from "../awsRegions";
import { canonicalBlock, isPrivate, overlap, prefixLength } from "../cidrBlock";
import { type Finding, type SettingPath, wrong } from "../finding";
import { findNearestName } from "../nearestName";
import type { PartialConfig } from "../partialConfig";

export function regionProblems({ region }: PartialConfig): Finding[] {
  if (region === undefined || partitionOf(region) !== undefined) return [];
  const nearest = findNearestName(region, awsRegions);
  const suggestion = nearest === undefined ? "choose" : `write ${nearest}, or choose`;
  return [wrong(["region"], "the name of an AWS region", `${suggestion} one of infra/config/awsRegions.ts`)];
}

export function zoneProblems({ region, network: { availabilityZones = [] } }: PartialConfig): Finding[] {
  // Against a region that does not exist every zone would be wrong: the region's own error is enough.
  const isElsewhere = (zone: string) =>
    region !== undefined && partitionOf(region) !== undefined && zone.slice(0, -1) !== region;
  return availabilityZones.flatMap((zone, index) => {
    const path = ["network", "availabilityZones", index];
    if (isElsewhere(zone))
      return [
        wrong(path, `a zone of aws:region (${region})`, `write ${region} followed by the zone's letter`),
      ];
    if (availabilityZones.indexOf(zone) < index)
      return [wrong(path, "each zone once", "replace it by another zone, or remove it")];
    return [];
  });
}

/** A VPC may have /16 to /28: https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html */
export function vpcBlockProblems({
  network: { cidrBlock, reservedCidrBlocks = [] },
}: PartialConfig): Finding[] {
  if (cidrBlock === undefined) return [];
  const path = ["network", "cidrBlock"];
  const prefix = prefixLength(cidrBlock);
  if (prefix < 16 || prefix > 20)
    return [
      wrong(
        path,
        "a block of /16 to /20",
        "AWS allows at most /16; below /20, eight subnets run out of addresses",
      ),
    ];
  if (!isPrivate(cidrBlock))
    return [
      wrong(
        path,
        "a private block, of 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16",
        "choose one of these (RFC 1918)",
      ),
    ];
  const taken = reservedCidrBlocks.filter((reserved) => overlap(cidrBlock, reserved));
  return [
    ...hostBitProblems(path, cidrBlock),
    ...taken.map((reserved) =>
      wrong(
        path,
        `a block that does not overlap reservedCidrBlocks (${reserved})`,
        "choose a free block; a VPC keeps its block for life",
      ),
    ),
  ];
}

export function reservedBlockProblems({ network: { reservedCidrBlocks = [] } }: PartialConfig): Finding[] {
  return reservedCidrBlocks.flatMap((block, index) =>
    hostBitProblems(["network", "reservedCidrBlocks", index], block),
  );
}

function hostBitProblems(path: SettingPath, block: string): Finding[] {
  const canonical = canonicalBlock(block);
  return canonical === block ? [] : [wrong(path, "the block's first address", `write ${canonical}`)];
}
