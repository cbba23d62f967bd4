import { awsRegions, partitionOf } from "../../awsRegions";
import { type Finding, type SettingPath, wrong } from "../../finding";
import type { PartialConfig } from "../../partialConfig";

/** A copy in the same region dies with it; one in another partition cannot be made. */
export function otherRegionProblems({ region }: PartialConfig, path: SettingPath, other: string): Finding[] {
  if (!awsRegions.includes(other))
    return [wrong(path, "the name of an AWS region", "choose one of infra/config/awsRegions.ts")];
  if (region === undefined) return [];
  if (other === region)
    return [wrong(path, `a region other than aws:region (${region})`, "choose another, or leave it out")];
  return partitionOf(other) === partitionOf(region)
    ? []
    : [wrong(path, `a region of the partition of aws:region (${partitionOf(region)})`, "choose another")];
}
