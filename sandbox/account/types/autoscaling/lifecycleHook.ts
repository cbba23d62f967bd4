import type { AccountView } from "../../accountView";
import { AwsError } from "../../awsError";
import type { ResourceType } from "../../resourceType";
import type { Properties } from "../../values";
import { number, text } from "../reading";
import { tokens } from "../tokens";

const transitions = ["autoscaling:EC2_INSTANCE_LAUNCHING", "autoscaling:EC2_INSTANCE_TERMINATING"];
const results = ["ABANDON", "CONTINUE"];

/**
 * A hook beside its group. Putting one of a name that the group has (an initial one, for instance) changes that one, as
 * in AWS. Not modelled: notification targets.
 */
export const lifecycleHook: ResourceType = {
  token: tokens.lifecycleHook,
  source: "internal/service/autoscaling/lifecycle_hook.go",
  replaceOn: ["name"],
  computed: ["defaultResult"],
  validate(inputs) {
    const timeout = number(inputs, "heartbeatTimeout");
    const transition = text(inputs, "lifecycleTransition");
    const result = text(inputs, "defaultResult");
    return [
      ...(timeout === undefined || (timeout >= 30 && timeout <= 7200)
        ? []
        : [{ property: "heartbeatTimeout", reason: `expected 30 to 7200 seconds, got ${timeout}` }]),
      ...(transition === undefined || transitions.includes(transition)
        ? []
        : [{ property: "lifecycleTransition", reason: `expected one of ${transitions.join(", ")}` }]),
      ...(result === undefined || results.includes(result)
        ? []
        : [{ property: "defaultResult", reason: `expected one of ${results.join(", ")}` }]),
    ];
  },
  create(inputs, account) {
    return { id: hookId(inputs), outputs: put(inputs, account) };
  },
  update: (_id, _olds, news, account) => put(news, account),
  naturalId: hookId,
};

/** The provider's ids are the names alone; here, where ids are unique in a type, with the group's before it. */
function hookId(inputs: Properties): string {
  return `${text(inputs, "autoscalingGroupName") ?? ""}/${text(inputs, "name") ?? ""}`;
}

function put(inputs: Properties, account: AccountView): Properties {
  const group = text(inputs, "autoscalingGroupName") ?? "";
  if (account.find(tokens.autoScalingGroup, group) === undefined)
    throw new AwsError(
      "ValidationError",
      "Auto Scaling: PutLifecycleHook",
      `AutoScalingGroup name not found - null (${group})`,
    );
  return { defaultResult: text(inputs, "defaultResult") ?? "ABANDON" };
}
