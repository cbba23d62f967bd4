import * as z from "zod";
import { guidanceOf, integer } from "../setting";

/** AWS allows two days: https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_RefreshPreferences.html */
const maximumPauseSeconds = 172_800;

export const rolloutSchema = z
  .strictObject({
    minHealthyPercentage: integer(0, 100, {
      description:
        "What stays in service while instances are replaced, in percent of the desired capacity. 100: new instances first.",
      remedy: "choose 100 to lose no capacity, less to need no extra instances",
    }).default(100),
    maxHealthyPercentage: integer(100, 200, {
      description:
        "What may exist at once while instances are replaced, in percent of the desired capacity; what is above 100 bills meanwhile.",
      remedy: "choose at most 100 more than minHealthyPercentage; more is faster",
    }).default(150),
    checkpointPercentages: z
      .array(
        integer(1, 99, {
          description: "Percent of instances that are replaced when the rollout stands still.",
          remedy: "choose a percentage below 100: at the end there is bakeSeconds",
        }),
      )
      .max(10)
      .describe(
        "Where the rollout stands still for checkpointDelaySeconds, in ascending order. Default: nowhere.",
      )
      .register(guidanceOf, {
        expected: "a list of up to 10 percentages",
        remedy: "list percentages in ascending order, such as [10, 50]",
      })
      .default([]),
    checkpointDelaySeconds: integer(0, maximumPauseSeconds, {
      description: "How long it stands still there: the time in which alarms would speak.",
      remedy: "choose at least as long as the slowest alarm needs",
    }).default(0),
    bakeSeconds: integer(0, maximumPauseSeconds, {
      description:
        "How long the whole fleet runs the new version before the update counts as done. `pulumi up` waits for it; until then it can be undone.",
      remedy: "choose 0, or at least as long as the slowest alarm needs",
    }).default(0),
    warmupSeconds: integer(0, 3600, {
      description:
        "Seconds from ready for service until an instance counts, in a rollout as in scaling: when its caches are warm and its metrics those of work.",
      remedy: "choose how long a fresh instance is slower than the others",
    }).default(60),
  })
  .describe("How a change reaches the workload's instances: an instance refresh that `pulumi up` waits for.");
