import type { Value } from "../values";
import { type Block, blockFrom, endOf, parseBlock, renderBlock, sizeOf } from "./ipv4";

export type SubnetType = "Public" | "Private" | "Isolated" | "Unused";

/** One kind of subnet, laid out once in every Availability Zone. */
export interface SubnetSpec {
  type: SubnetType;
  /** Part of the subnets' names. Default: the type in lower case. */
  name?: string;
  /** Bits of the prefix. Default: an even share of the zone's block. */
  cidrMask?: number;
  tags?: Value;
}

/** One subnet to be. */
export interface PlannedSubnet {
  name: string;
  type: SubnetType;
  availabilityZone: string;
  cidrBlock: string;
  tags?: Value;
}

export interface SubnetLayoutArgs {
  vpcName: string;
  cidrBlock: string;
  availabilityZones: readonly string[];
  /** Bits of the prefix of each zone's block. Default: the VPC's block in even shares. */
  availabilityZoneCidrMask?: number;
  specs: readonly SubnetSpec[];
}

/** No smaller zone is cut up unless the program says how. */
const SMALLEST_DEFAULT_ZONE = 26;

/**
 * The strategy `Auto` of awsx: the VPC's block in even shares for the zones, each zone's cut in the order of the specs,
 * every subnet at the next address that its size allows. awsx/ec2/subnetDistributorNew.ts of pulumi/pulumi-awsx.
 * @throws Error when the subnets do not fit
 */
export function layOutSubnets(args: SubnetLayoutArgs): readonly PlannedSubnet[] {
  const vpc = parseBlock(args.cidrBlock);
  const zonePrefix = args.availabilityZoneCidrMask ?? zonePrefixOf(vpc, args.availabilityZones.length);
  const specs = args.specs.map((spec) => ({
    ...spec,
    prefix: spec.cidrMask ?? zonePrefix + bits(args.specs.length),
  }));
  return args.availabilityZones.flatMap((availabilityZone, index) => {
    const zone = { first: vpc.first + index * sizeOf(zonePrefix), prefix: zonePrefix };
    let next = zone.first;
    return specs.map(({ prefix, ...spec }) => {
      const block = blockFrom(next, prefix);
      next = endOf(block);
      const name = `${args.vpcName}-${spec.name ?? spec.type.toLowerCase()}-${index + 1}`;
      requireInside(block, zone, vpc, name);
      return {
        name,
        type: spec.type,
        availabilityZone,
        cidrBlock: renderBlock(block),
        ...(spec.tags === undefined ? {} : { tags: spec.tags }),
      };
    });
  });
}

/** What a VPC gets that says nothing of its subnets: a private half and a public quarter of each zone's block. */
export function defaultSpecs(
  cidrBlock: string,
  zones: number,
  availabilityZoneCidrMask: number | undefined,
): readonly SubnetSpec[] {
  const prefix = availabilityZoneCidrMask ?? zonePrefixOf(parseBlock(cidrBlock), zones);
  if (prefix > SMALLEST_DEFAULT_ZONE)
    throw new Error(
      `cidrBlock: expected room for a /${SMALLEST_DEFAULT_ZONE} in each of ${zones} zones, got /${prefix} each; ` +
        "enlarge it, or give subnetSpecs",
    );
  // Of a VPC beyond /16 the rest is left for later.
  const largest = Math.max(prefix, 16);
  return [
    { type: "Private", cidrMask: largest + 1 },
    { type: "Public", cidrMask: largest + 2 },
  ];
}

function zonePrefixOf(vpc: Block, zones: number): number {
  return vpc.prefix + bits(zones);
}

/** How many bits tell `count` things apart. */
function bits(count: number): number {
  return count === 0 ? 0 : Math.ceil(Math.log2(count));
}

function requireInside(block: Block, zone: Block, vpc: Block, name: string): void {
  if (endOf(block) <= endOf(zone) && endOf(block) <= endOf(vpc) && block.prefix <= 32) return;
  throw new Error(
    `subnetSpecs: ${name} (${renderBlock(block)}) does not fit its zone's ${renderBlock(zone)} of ` +
      `${renderBlock(vpc)}; enlarge cidrBlock, raise cidrMask, or use fewer zones`,
  );
}
