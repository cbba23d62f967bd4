/** `eu-west-1` is written `euw1` in zone ids: https://docs.aws.amazon.com/global-infrastructure/latest/regions/az-ids.html */
const directions: Readonly<Record<string, string>> = {
  central: "c",
  east: "e",
  gov: "g",
  north: "n",
  northeast: "ne",
  northwest: "nw",
  south: "s",
  southeast: "se",
  southwest: "sw",
  west: "w",
};

/**
 * A zone's id, e.g. `euw1-az2` for `eu-west-1b`; undefined when the zone is none of the region's.
 * AWS shuffles letters and ids anew for every account: this account has them in order.
 */
export function zoneIdOf(region: string, zone: string): string | undefined {
  const letter = zone.slice(region.length);
  if (!zone.startsWith(region) || !/^[a-f]$/.test(letter)) return undefined;
  const short = region
    .split("-")
    .map((part, index) => (index === 0 ? part : (directions[part] ?? part)))
    .join("");
  return `${short}-az${letter.charCodeAt(0) - "a".charCodeAt(0) + 1}`;
}
