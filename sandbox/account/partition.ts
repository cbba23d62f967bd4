import { awsRegions, partitionOf } from "../../infra/config/awsRegions";

/** The partition of a region that AWS has, by the estate's own table. @throws Error naming a region that it does not have */
export function requirePartition(region: string): string {
  const partition = partitionOf(region);
  if (partition === undefined) throw new Error(unknownRegion(region));
  return partition;
}

/** What to say of a region that no partition has. */
export function unknownRegion(region: string): string {
  return `expected a region of AWS (${awsRegions.join(", ")}), got "${region}"; one newer than the list goes into infra/config/awsRegions.ts`;
}
