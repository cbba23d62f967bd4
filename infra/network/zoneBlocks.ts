import { Netmask } from "netmask";

/** The blocks of one zone, in CIDR notation. */
export interface ZoneBlocks {
  readonly private: string;
  readonly public: string;
  /** Kept for subnets without a way out (databases). */
  readonly isolated: string;
  readonly management: string;
}

/**
 * Where a zone's subnets lie: of its eighth of the VPC, in eighths of that, the first four are the private subnet, the
 * fifth is the public one (as subnetPlan.ts has awsx cut them), the sixth is kept for databases and the last is the
 * management subnet. A /27 at the least, in a VPC of /20 a /26.
 */
export function planZoneBlocks(vpcBlock: string, zoneIndex: number): ZoneBlocks {
  const vpc = new Netmask(vpcBlock);
  const unit = vpc.size / 64;
  const start = toNumber(vpc.base) + zoneIndex * 8 * unit;
  const block = (offset: number, length: number) =>
    `${toAddress(start + offset * unit)}/${vpc.bitmask + length}`;
  return { private: block(0, 4), public: block(4, 6), isolated: block(5, 6), management: block(7, 6) };
}

/** Addresses that AWS keeps of every subnet: https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html */
export function isReservedAddress(block: string, address: string): boolean {
  const { base, size } = new Netmask(block);
  const index = toNumber(address) - toNumber(base);
  return index < 4 || index === size - 1;
}

export function holdsAddress(block: string, address: string): boolean {
  return new Netmask(block).contains(address);
}

function toNumber(address: string): number {
  return address.split(".").reduce((sum, octet) => sum * 256 + Number(octet), 0);
}

function toAddress(number: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256).join(".");
}
