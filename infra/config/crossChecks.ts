import { knownImageFamilies, knownRootDeviceName } from "../compute/rootDevice";
import { awsRegions, partitionOf } from "./awsRegions";
import { canonicalBlock, isPrivate, overlap, prefixLength } from "./cidrBlock";
import type { Finding, SettingPath } from "./finding";
import { findNearestName } from "./nearestName";
import type { PartialConfig } from "./partialConfig";

/** What no setting shows by itself: whether they agree with each other, and with AWS. */
export function findCrossProblems(config: PartialConfig): Finding[] {
  return [
    ...regionProblems(config),
    ...zoneProblems(config),
    ...vpcBlockProblems(config),
    ...reservedBlockProblems(config),
    ...certificateProblems(config),
    ...rootDeviceProblems(config),
    ...sizeProblems(config),
    ...productionProblems(config),
  ];
}

function regionProblems({ region }: PartialConfig): Finding[] {
  if (region === undefined || partitionOf(region) !== undefined) return [];
  const nearest = findNearestName(region, awsRegions);
  const suggestion = nearest === undefined ? "choose" : `write ${nearest}, or choose`;
  return [wrong(["region"], "the name of an AWS region", `${suggestion} one of infra/config/awsRegions.ts`)];
}

function zoneProblems({ region, network: { availabilityZones = [] } }: PartialConfig): Finding[] {
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
function vpcBlockProblems({ network: { cidrBlock, reservedCidrBlocks = [] } }: PartialConfig): Finding[] {
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

function reservedBlockProblems({ network: { reservedCidrBlocks = [] } }: PartialConfig): Finding[] {
  return reservedCidrBlocks.flatMap((block, index) =>
    hostBitProblems(["network", "reservedCidrBlocks", index], block),
  );
}

function hostBitProblems(path: SettingPath, block: string): Finding[] {
  const canonical = canonicalBlock(block);
  return canonical === block ? [] : [wrong(path, "the block's first address", `write ${canonical}`)];
}

/** A listener takes certificates of its own region only: https://docs.aws.amazon.com/acm/latest/userguide/acm-regions.html */
function certificateProblems({ region, loadBalancer: { certificateArn } }: PartialConfig): Finding[] {
  if (region === undefined || certificateArn === undefined) return [];
  const partition = partitionOf(region);
  const scope = `arn:${partition}:acm:${region}:`;
  if (partition === undefined || certificateArn.startsWith(scope)) return [];
  return [
    wrong(
      ["loadBalancer", "certificateArn"],
      `a certificate of aws:region (${region}): ${scope}…`,
      "request or import the certificate in that region",
    ),
  ];
}

/** A root device under another name than the image's would stay unencrypted: infra/compute/rootDevice.ts. */
function rootDeviceProblems({ workloads }: PartialConfig): Finding[] {
  return Object.entries(workloads).flatMap(([name, { imageParameter, rootDeviceName }]) => {
    if (imageParameter === undefined) return [];
    const known = knownRootDeviceName(imageParameter);
    if (known === undefined && rootDeviceName === undefined)
      return [
        {
          ...wrong(
            ["workloads", name, "imageParameter"],
            `one that begins with ${knownImageFamilies.join(", ")}, or rootDeviceName beside it`,
            "add rootDeviceName: the name of the AMI's root device, such as /dev/xvda",
          ),
          absent: ["workloads", name, "rootDeviceName"],
        },
      ];
    if (known !== undefined && rootDeviceName !== undefined && rootDeviceName !== known)
      return [
        wrong(
          ["workloads", name, "rootDeviceName"],
          `${known}, the root device of the images of imageParameter`,
          "leave it out",
        ),
      ];
    return [];
  });
}

function sizeProblems({ workloads }: PartialConfig): Finding[] {
  return Object.entries(workloads).flatMap(([name, { minSize, maxSize }]) =>
    minSize !== undefined && maxSize !== undefined && minSize > maxSize
      ? [
          wrong(
            ["workloads", name, "minSize"],
            `at most maxSize (${maxSize})`,
            "raise maxSize or lower minSize",
          ),
        ]
      : [],
  );
}

/** What prod may not do without. */
function productionProblems({ environment, loadBalancer, policies, workloads }: PartialConfig): Finding[] {
  if (environment !== "prod") return [];
  const advisory = Object.entries(policies).filter(([, level]) => level === "advisory");
  const single = Object.entries(workloads).filter(([, { minSize }]) => minSize === 1);
  return [
    ...(loadBalancer.deletionProtection === false
      ? [
          wrong(
            ["loadBalancer", "deletionProtection"],
            "true in prod",
            "write true; to delete a prod stack, lift it in a change of its own first",
          ),
        ]
      : []),
    ...single.map(([name]) =>
      wrong(
        ["workloads", name, "minSize"],
        "at least 2 in prod",
        "write 2 or more: one instance is an outage when its zone fails",
      ),
    ),
    ...advisory.map(([pack]) =>
      wrong(["policies", pack], "mandatory in prod", "write mandatory, or leave it out"),
    ),
  ];
}

function wrong(path: SettingPath, expected: string, remedy: string): Finding {
  return { kind: "wrongValue", path, expected, remedy };
}
