import { AwsError } from "../../awsError";
import type { ResourceType } from "../../resourceType";
import { regionalArn } from "../arn";
import { findDependents } from "../dependents";
import { nameOf } from "../naming";
import { given, text } from "../reading";
import { tokens } from "../tokens";

/** A rule of the default event bus. Not modelled: other buses, what a pattern matches. */
export const eventRule: ResourceType = {
  token: tokens.eventRule,
  source: "internal/service/events/rule.go",
  replaceOn: ["eventBusName", "name", "namePrefix"],
  autoName: { property: "name", maxLength: 64 },
  defaults: { eventBusName: "default", forceDestroy: false },
  computed: ["arn", "name", "namePrefix"],
  validate(inputs) {
    const schedule = text(inputs, "scheduleExpression");
    const pattern = text(inputs, "eventPattern");
    return [
      ...(given(inputs, "scheduleExpression") || given(inputs, "eventPattern")
        ? []
        : [
            {
              property: "scheduleExpression",
              reason: "expected at least one of eventPattern, scheduleExpression",
            },
          ]),
      ...(schedule === undefined || /^(rate\(\d+ (minute|hour|day)s?\)|cron\(.+\))$/.test(schedule)
        ? []
        : [{ property: "scheduleExpression", reason: `expected rate(…) or cron(…), got ${schedule}` }]),
      ...(pattern === undefined || isJson(pattern)
        ? []
        : [{ property: "eventPattern", reason: "contains an invalid JSON" }]),
    ];
  },
  create(inputs, account) {
    const name = nameOf(inputs, account);
    return {
      id: name,
      outputs: {
        arn: regionalArn(account, "events", `rule/${name}`),
        name,
        namePrefix: text(inputs, "namePrefix") ?? "",
      },
    };
  },
  remove(id, _properties, account) {
    if (findDependents(account, id, [{ token: tokens.eventTarget, path: "rule" }]).length > 0)
      throw new AwsError(
        "ValidationException",
        "EventBridge: DeleteRule",
        "Rule can't be deleted since it has targets.",
      );
  },
};

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
