import { partitionOf } from "../awsRegions";
import { type Finding, wrong } from "../finding";
import type { PartialConfig } from "../partialConfig";

/** A listener takes certificates of its own region only: https://docs.aws.amazon.com/acm/latest/userguide/acm-regions.html */
export function certificateProblems({ region, loadBalancer: { certificateArn } }: PartialConfig): Finding[] {
  if (region === undefined || certificateArn === undefined) return [];
  const partition = partitionOf(region);
  const scope = `arn:${partition}:acm:${region}:`;
  if (partition === undefined || certificateArn.startsWith(scope)) return [];
  return [
    wrong(
      ["loadBalancer", "certificateArn"],
      `a certificate of aws:region (${region}): ${scope}…`,
      "request or import the certificate in that region",
    ),
  ];
}
