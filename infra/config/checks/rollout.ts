import { type Finding, wrong } from "../finding";
import type { PartialConfig } from "../partialConfig";

/** https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_RefreshPreferences.html */
export function rolloutProblems({ workloads }: PartialConfig): Finding[] {
  return Object.entries(workloads).flatMap(([name, { rollout }]) => {
    if (rollout === undefined) return [];
    const path = (setting: string) => ["workloads", name, "rollout", setting];
    const {
      minHealthyPercentage: min,
      maxHealthyPercentage: max,
      checkpointPercentages,
      checkpointDelaySeconds,
    } = rollout;
    return [
      ...(max - min > 100
        ? [
            wrong(
              path("maxHealthyPercentage"),
              `at most 100 above minHealthyPercentage (${min})`,
              "lower it, or raise minHealthyPercentage",
            ),
          ]
        : []),
      ...(max === min
        ? [
            wrong(
              path("maxHealthyPercentage"),
              `more than minHealthyPercentage (${min})`,
              "raise it: without room AWS takes one instance away before its successor is there, and a fleet of one goes dark",
            ),
          ]
        : []),
      ...(checkpointPercentages.some((each, index) => each <= (checkpointPercentages[index - 1] ?? 0))
        ? [wrong(path("checkpointPercentages"), "percentages in ascending order", "sort them, each once")]
        : []),
      ...(checkpointPercentages.length === 0 && checkpointDelaySeconds > 0
        ? [
            wrong(
              path("checkpointDelaySeconds"),
              "nothing, because there are no checkpointPercentages",
              "name where the rollout shall stand still, or leave it out",
            ),
          ]
        : []),
    ];
  });
}
