import { Netmask } from "netmask";
import { text } from "./setting";

const octet = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
const form = new RegExp(`^${octet}(\\.${octet}){3}/(3[0-2]|[12]?\\d)$`);

// RFC 1918, section 3: https://www.rfc-editor.org/rfc/rfc1918#section-3
const privateBlocks = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"];

/** A setting that holds an IPv4 CIDR block. */
export function cidrBlock(description: string) {
  return text(form, {
    description,
    expected: "an IPv4 CIDR block such as 10.20.0.0/16",
    remedy: "write four numbers from 0 to 255, a slash and the length of the prefix",
  });
}

/** The block's first address and prefix, as routers and AWS write it: 10.20.0.0/16 for 10.20.1.0/16. */
export function canonicalBlock(block: string): string {
  return new Netmask(block).toString();
}

/** The length of the block's prefix: 16 for 10.20.0.0/16. */
export function prefixLength(block: string): number {
  return new Netmask(block).bitmask;
}

export function isPrivate(block: string): boolean {
  return privateBlocks.some((range) => new Netmask(range).contains(block));
}

/** Whether every address of the other is one of the block's. */
export function holds(block: string, other: string): boolean {
  return new Netmask(block).contains(other);
}

/** Whether the two share an address. Of two CIDR blocks that do, one holds the other. */
export function overlap(one: string, other: string): boolean {
  return new Netmask(one).contains(other) || new Netmask(other).contains(one);
}
