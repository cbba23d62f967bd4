import * as pulumi from "@pulumi/pulumi";
import * as z from "zod";
import { clientConfig, pauseMilliseconds } from "../rollout/clientConfig";
import { rollOut } from "../rollout/rollOut";
import type { RefreshStrategy } from "../rollout/strategy";

export interface RolloutHookArgs {
  readonly region: string;
  readonly stack: string;
  readonly strategy: RefreshStrategy;
}

const groupInputs = z.object({ launchTemplate: z.object({ id: z.string(), version: z.string() }) });

/**
 * Rolls a changed template out before the provider updates the group, while `pulumi up` waits: the provider's own way,
 * the group first and a refresh after it that nobody watches, has only the bad version left to go back to.
 * Where the rollout fails so does the update, the group is on its old version in AWS and in the state, and the next
 * update tries again. A preview runs no hook. https://www.pulumi.com/docs/iac/concepts/options/hooks/
 */
export function createRolloutHook(name: string, args: RolloutHookArgs): pulumi.ResourceHook {
  return new pulumi.ResourceHook(`${name}-rollout`, async ({ id, oldInputs, newInputs }) => {
    const { launchTemplate: before } = groupInputs.parse(oldInputs);
    const { launchTemplate: after } = groupInputs.parse(newInputs);
    if (before.id === after.id && before.version === after.version) return;
    // Loaded only here: previews, and updates that roll nothing out, have no use for it.
    const {
      awsAutoScaling,
    }: typeof import("../rollout/awsAutoScaling") = require("../rollout/awsAutoScaling");
    const { region, stack, strategy } = args;
    await rollOut(
      { groupName: id, launchTemplateId: after.id, version: after.version, strategy },
      awsAutoScaling(clientConfig(region, stack, process.env)),
      {
        pause: () => new Promise((resolve) => setTimeout(resolve, pauseMilliseconds(process.env))),
        report: (sentence) => void pulumi.log.info(sentence),
      },
    );
  });
}
