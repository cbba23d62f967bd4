import { numberOf } from "../values";
import { everyPort, type PortRange } from "./ports";

/**
 * The ports that a rule lets through; undefined where its protocol has none (ICMP and the like). `-1` is every
 * protocol with every port, whatever ports stand beside it; 6 is TCP and 17 is UDP:
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html
 */
export function portsOf(protocol: unknown, from: unknown, to: unknown): PortRange | undefined {
  const name = String(
    typeof protocol === "number" ? protocol : typeof protocol === "string" ? protocol : "-1",
  );
  const lower = name.trim().toLowerCase();
  if (["-1", "all", ""].includes(lower)) return everyPort;
  if (!["tcp", "6", "udp", "17"].includes(lower)) return undefined;
  const low = numberOf(from) ?? -1;
  const high = numberOf(to) ?? low;
  return low === -1 ? everyPort : { from: low, to: high };
}

/**
 * Ports from which clients ask, and so to which answers come. A network ACL knows no connections and has to let them
 * in: https://docs.aws.amazon.com/vpc/latest/userguide/custom-network-acl.html#nacl-ephemeral-ports
 */
export function isForAnswers({ from, to }: PortRange): boolean {
  return from >= 1024 && to === 65_535;
}

/**
 * Whether a block holds a large part of the internet: shorter prefixes than the largest private network (10.0.0.0/8)
 * are never a site, and /1 twice is /0 in other words.
 */
export function isAnywhere(block: unknown): boolean {
  if (typeof block !== "string") return false;
  const [address = "", length] = block.trim().split("/");
  const bits = length === undefined ? undefined : numberOf(length);
  if (bits === undefined) return false;
  // fc00::/7 is for private networks only: https://www.rfc-editor.org/rfc/rfc4193
  if (/^f[cd]/i.test(address)) return bits < 7;
  return address.includes(":") ? bits <= 12 : bits < 8;
}
