import * as z from "zod";
import { guidanceOf } from "./setting";

/**
 * The days CloudWatch Logs accepts as a log group's retention, as of API version 2014-03-28:
 * https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html
 */
export const logRetentionChoices = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
] as const;

export function logRetentionDays(description: string) {
  return z
    .literal(logRetentionChoices)
    .describe(description)
    .register(guidanceOf, {
      expected: `one of ${logRetentionChoices.join(", ")}`,
      remedy: "choose one of the numbers of days that CloudWatch Logs knows",
    });
}
