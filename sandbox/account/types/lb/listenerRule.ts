import type { AccountView } from "../../accountView";
import { AwsError } from "../../awsError";
import type { ResourceType } from "../../resourceType";
import type { Properties } from "../../values";
import { blocks, number, text } from "../reading";
import { tokens } from "../tokens";
import { requireTargetGroups } from "./actions";
import { hexId } from "./identity";

const SERVICE = "Elastic Load Balancing v2";
const MAX_PRIORITY = 50_000;

/** Not modelled: limits on conditions and rules, transforms, actions other than forwarding (they are accepted). */
export const listenerRule: ResourceType = {
  token: tokens.listenerRule,
  source: "internal/service/elbv2/listener_rule.go",
  replaceOn: ["listenerArn"],
  unordered: [
    "conditions",
    "conditions.hostHeader.values",
    "conditions.httpHeader.values",
    "conditions.httpRequestMethod.values",
    "conditions.pathPattern.values",
    "conditions.queryStrings",
    "conditions.sourceIp.values",
  ],
  computed: ["arn", "priority"],
  validate(inputs) {
    const priority = number(inputs, "priority");
    return priority === undefined || (priority >= 1 && priority <= MAX_PRIORITY)
      ? []
      : [{ property: "priority", reason: `expected 1 to ${MAX_PRIORITY}, got ${priority}` }];
  },
  create(inputs, account) {
    const operation = `${SERVICE}: CreateRule`;
    const { rules, listenerArn } = requireListener(inputs, account, operation);
    const priorities = rules.map(({ properties }) => number(properties, "priority") ?? 0);
    const priority = number(inputs, "priority") ?? Math.max(0, ...priorities) + 1;
    if (priorities.includes(priority)) throw inUse(operation, priority);
    const arn = `${listenerArn.replace(":listener/", ":listener-rule/")}/${hexId(account)}`;
    return { id: arn, outputs: { arn, priority } };
  },
  update(id, _olds, news, account) {
    const { rules } = requireListener(news, account, `${SERVICE}: ModifyRule`);
    const priority = number(news, "priority");
    if (
      rules.some((rule) => rule.id !== id && priority !== undefined && rule.properties.priority === priority)
    )
      throw inUse(`${SERVICE}: SetRulePriorities`, priority);
    return {};
  },
};

function requireListener(inputs: Properties, account: AccountView, operation: string) {
  const listenerArn = text(inputs, "listenerArn") ?? "";
  const listener = account.find(tokens.listener, listenerArn);
  if (listener === undefined)
    throw new AwsError("ListenerNotFound", operation, `One or more listeners not found: '${listenerArn}'`);
  requireTargetGroups(
    account,
    operation,
    blocks(inputs, "actions"),
    text(listener.properties, "loadBalancerArn"),
  );
  const rules = account
    .all(tokens.listenerRule)
    .filter(({ properties }) => properties.listenerArn === listenerArn);
  return { listenerArn, rules };
}

function inUse(operation: string, priority: number | undefined): AwsError {
  return new AwsError("PriorityInUse", operation, `Priority '${priority}' is currently in use`);
}
