import { Netmask } from "netmask";
import type { CheckFailure } from "../../resourceType";

/** Whether every address of `inner` is one of `outer`'s. Both are valid IPv4 CIDRs. */
export function contains(outer: string, inner: string): boolean {
  return new Netmask(outer).contains(inner);
}

/** Whether two IPv4 CIDRs share an address: of two CIDRs that do, one always holds the other. */
export function overlap(one: string, other: string): boolean {
  return contains(one, other) || contains(other, one);
}

/** The n-th address of a block, counted from its network address; undefined past its end. */
export function addressAt(cidr: string, index: number): string | undefined {
  const { base, size } = new Netmask(cidr);
  if (index >= size) return undefined;
  const [a = 0, b = 0, c = 0, d = 0] = base.split(".").map(Number);
  const address = ((a * 256 + b) * 256 + c) * 256 + d + index;
  return [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join(".");
}

/** The prefix length of a CIDR, 16 for `10.0.0.0/16`. */
export function prefixLength(cidr: string): number {
  return new Netmask(cidr).bitmask;
}

/** What the provider refuses: not a CIDR, host bits set, or a prefix outside `min` to `max`. */
export function checkCidr(property: string, cidr: string, min = 0, max = 32): readonly CheckFailure[] {
  const [address, prefix] = cidr.split("/");
  const isAddress =
    /^(\d{1,3}\.){3}\d{1,3}$/.test(address ?? "") && !address?.split(".").some((n) => Number(n) > 255);
  if (!isAddress || !/^\d{1,2}$/.test(prefix ?? "") || Number(prefix) > 32)
    return [{ property, reason: `"${cidr}" is not a valid IPv4 CIDR block` }];
  const { base, bitmask } = new Netmask(cidr);
  if (base !== address)
    return [{ property, reason: `"${cidr}" is not a valid network address, expected ${base}/${bitmask}` }];
  if (bitmask < min || bitmask > max)
    return [
      {
        property,
        reason: `expected a network with between ${min} and ${max} significant bits, got ${bitmask}`,
      },
    ];
  return [];
}
