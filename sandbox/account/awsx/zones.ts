import type { VpcArgs } from "./vpcArgs";

/** The zones that a VPC is laid out in: the named ones, or the first of the region's. @throws Error when there are too few */
export function chooseZones(wanted: VpcArgs["zones"], available: readonly string[]): readonly string[] {
  if (typeof wanted !== "number") return wanted;
  if (available.length >= wanted) return available.slice(0, wanted);
  throw new Error(
    `numberOfAvailabilityZones: expected at most ${available.length}, which the region has, got ${wanted}; ` +
      "name the zones in availabilityZoneNames or choose another region",
  );
}
