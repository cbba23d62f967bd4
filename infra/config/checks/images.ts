import { type Finding, wrong } from "../finding";
import type { PartialConfig } from "../partialConfig";
import { otherRegionProblems } from "./otherRegion";

/** Whether the settings of images agree with each other. */
export function imageProblems({ region, images }: PartialConfig): Finding[] {
  const { copyRegions = [], shareWithAccounts = [], keys = {}, retire } = images;
  const regions = region === undefined ? copyRegions : [region, ...copyRegions];
  return [
    ...copyRegions.flatMap((other, index) =>
      otherRegionProblems({ region }, ["images", "copyRegions", index], other),
    ),
    ...Object.entries(keys).flatMap(([of, arn]) =>
      region !== undefined && !regions.includes(of)
        ? [wrong(["images", "keys", of], `one of ${regions.join(", ")}, where images are`, "leave it out")]
        : arn.split(":")[3] === of
          ? []
          : [wrong(["images", "keys", of], `a key of ${of}`, "write a key of that region")],
    ),
    // https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/sharingamis-explicit.html
    ...(shareWithAccounts.length > 0
      ? regions
          .filter((of) => keys[of] === undefined)
          .map((of) => ({
            ...wrong(
              ["images", "shareWithAccounts"],
              `a key of ${of} in images.keys beside it: what AWS's own key encrypts cannot be shared`,
              `add ${of} to images.keys`,
            ),
            absent: ["images", "keys", of],
          }))
      : []),
    ...(retire !== undefined && retire.deprecateAfterDays >= retire.deleteAfterDays
      ? [
          wrong(
            ["images", "retire", "deprecateAfterDays"],
            `fewer than deleteAfterDays (${retire.deleteAfterDays})`,
            "lower it",
          ),
        ]
      : []),
  ];
}
