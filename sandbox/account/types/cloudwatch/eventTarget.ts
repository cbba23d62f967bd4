import { AwsError } from "../../awsError";
import type { ResourceType } from "../../resourceType";
import type { Properties } from "../../values";
import { text } from "../reading";
import { tokens } from "../tokens";

/** Where a rule's events go. Not modelled: whether the target exists and lets EventBridge in; the limit of five a rule. */
export const eventTarget: ResourceType = {
  token: tokens.eventTarget,
  source: "internal/service/events/target.go",
  replaceOn: ["eventBusName", "rule", "targetId"],
  defaults: { eventBusName: "default", forceDestroy: false },
  computed: ["targetId"],
  create(inputs, account) {
    const rule = text(inputs, "rule") ?? "";
    if (account.find(tokens.eventRule, rule) === undefined)
      throw new AwsError(
        "ResourceNotFoundException",
        "EventBridge: PutTargets",
        `Rule ${rule} does not exist on EventBus default.`,
      );
    const targetId = text(inputs, "targetId") ?? account.newId("terraform");
    return { id: targetResourceId({ rule, targetId }), outputs: { targetId } };
  },
  naturalId: targetResourceId,
};

/** The provider's own id of a target of the default bus. */
function targetResourceId(inputs: Properties): string {
  return `${text(inputs, "rule") ?? ""}-${text(inputs, "targetId") ?? ""}`;
}
