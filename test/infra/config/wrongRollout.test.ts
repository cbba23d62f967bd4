import { itRefuses } from "./editedStackFile";

const rollout = (settings: string) =>
  ["      logRetentionDays: 14\n", `      logRetentionDays: 14\n      rollout: ${settings}\n`] as const;

describe("A stack file's rollouts", () => {
  itRefuses([
    [
      "refuse a range that AWS refuses",
      "dev",
      rollout("{minHealthyPercentage: 50, maxHealthyPercentage: 200}"),
      "Pulumi.dev.yaml:28:43: bakeline:workloads.web.rollout.maxHealthyPercentage: expected at most 100 above minHealthyPercentage (50), got 200 (number); lower it, or raise minHealthyPercentage",
    ],
    [
      "refuse a range without room, in which a fleet of one goes dark",
      "dev",
      rollout("{minHealthyPercentage: 100, maxHealthyPercentage: 100}"),
      "Pulumi.dev.yaml:28:44: bakeline:workloads.web.rollout.maxHealthyPercentage: expected more than minHealthyPercentage (100), got 100 (number); raise it: without room AWS takes one instance away before its successor is there, and a fleet of one goes dark",
    ],
    [
      "refuse checkpoints out of order",
      "dev",
      rollout("{checkpointPercentages: [50, 10]}"),
      "Pulumi.dev.yaml:28:17: bakeline:workloads.web.rollout.checkpointPercentages: expected percentages in ascending order, got a list of 2 items; sort them, each once",
    ],
    [
      "refuse a checkpoint at the end",
      "dev",
      rollout("{checkpointPercentages: [50, 100]}"),
      "Pulumi.dev.yaml:28:45: bakeline:workloads.web.rollout.checkpointPercentages[1]: expected an integer from 1 to 99, got 100 (number); choose a percentage below 100: at the end there is bakeSeconds",
    ],
    [
      "refuse a delay at no checkpoint",
      "dev",
      rollout("{checkpointDelaySeconds: 600}"),
      "Pulumi.dev.yaml:28:17: bakeline:workloads.web.rollout.checkpointDelaySeconds: expected nothing, because there are no checkpointPercentages, got 600 (number); name where the rollout shall stand still, or leave it out",
    ],
    [
      "refuse a bake time of more than two days",
      "dev",
      rollout("{bakeSeconds: 172801}"),
      "Pulumi.dev.yaml:28:17: bakeline:workloads.web.rollout.bakeSeconds: expected an integer from 0 to 172800, got 172801 (number); choose 0, or at least as long as the slowest alarm needs",
    ],
    [
      "refuse a strategy by another tool's name for it",
      "dev",
      rollout("{maxSurge: 50}"),
      "Pulumi.dev.yaml:28:17: bakeline:workloads.web.rollout.maxSurge: expected one of minHealthyPercentage, maxHealthyPercentage, checkpointPercentages, checkpointDelaySeconds, bakeSeconds, warmupSeconds, got an unknown key (a number); remove it",
    ],
    [
      "refuse less than nothing in service",
      "dev",
      rollout("{minHealthyPercentage: -1}"),
      "Pulumi.dev.yaml:28:17: bakeline:workloads.web.rollout.minHealthyPercentage: expected an integer from 0 to 100, got -1 (number); choose 100 to lose no capacity, less to need no extra instances",
    ],
  ]);
});
