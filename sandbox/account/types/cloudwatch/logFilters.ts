import type { AccountView } from "../../accountView";
import { AwsError } from "../../awsError";
import type { CheckFailure, ResourceType } from "../../resourceType";
import type { Properties } from "../../values";
import { nameOf } from "../naming";
import { text } from "../reading";
import { tokens } from "../tokens";

/** Counts events of a log group into a metric. Not modelled: what a pattern matches, the metric itself. */
export const logMetricFilter: ResourceType = {
  token: tokens.logMetricFilter,
  source: "internal/service/logs/metric_filter.go",
  replaceOn: ["logGroupName", "name"],
  autoName: { property: "name", maxLength: 512 },
  defaults: { applyOnTransformedLogs: false },
  computed: ["name"],
  create(inputs, account) {
    requireLogGroup(account, "CloudWatch Logs: PutMetricFilter", text(inputs, "logGroupName") ?? "");
    const name = nameOf(inputs, account);
    return { id: name, outputs: { name } };
  },
  naturalId: (inputs) => text(inputs, "name") ?? "",
};

/** A log group has room for two: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/cloudwatch_limits_cwl.html */
const filtersPerGroup = 2;

/**
 * Sends a log group's events elsewhere. Its id here is group and name, where the provider has a hash of both. Not
 * modelled: whether the role may write there.
 */
export const logSubscriptionFilter: ResourceType = {
  token: tokens.logSubscriptionFilter,
  source: "internal/service/logs/subscription_filter.go",
  replaceOn: ["logGroup", "name"],
  autoName: { property: "name", maxLength: 512 },
  defaults: { applyOnTransformedLogs: false, distribution: "ByLogStream" },
  computed: ["name", "roleArn"],
  validate(inputs): readonly CheckFailure[] {
    const distribution = text(inputs, "distribution");
    return distribution === undefined || ["ByLogStream", "Random"].includes(distribution)
      ? []
      : [{ property: "distribution", reason: `expected ByLogStream or Random, got "${distribution}"` }];
  },
  create(inputs, account) {
    const operation = "CloudWatch Logs: PutSubscriptionFilter";
    const group = text(inputs, "logGroup") ?? "";
    requireLogGroup(account, operation, group);
    const taken = account
      .all(tokens.logSubscriptionFilter)
      .filter(({ properties }) => properties.logGroup === group);
    if (taken.length >= filtersPerGroup)
      throw new AwsError("LimitExceededException", operation, "Resource limit exceeded.");
    return {
      id: filterId(inputs),
      outputs: { name: text(inputs, "name") ?? "", roleArn: text(inputs, "roleArn") ?? "" },
    };
  },
  naturalId: filterId,
};

function filterId(inputs: Properties): string {
  return `${text(inputs, "logGroup") ?? ""}|${text(inputs, "name") ?? ""}`;
}

function requireLogGroup(account: AccountView, operation: string, name: string): void {
  if (account.find(tokens.logGroup, name) === undefined)
    throw new AwsError("ResourceNotFoundException", operation, "The specified log group does not exist.");
}
