import { AwsError } from "../../awsError";
import type { ResourceType } from "../../resourceType";
import type { Properties } from "../../values";
import { regionalArn } from "../arn";
import { number, text } from "../reading";
import { tokens } from "../tokens";

/**
 * What Application Auto Scaling may change. Here its id has the dimension in it, as in the provider's import: the
 * provider's own id is the resource's, which the read and the write capacity of one table share.
 * Not modelled: schedules, suspended states, the service-linked role.
 */
export const scalableTarget: ResourceType = {
  token: tokens.scalableTarget,
  source: "internal/service/appautoscaling/target.go",
  replaceOn: ["resourceId", "roleArn", "scalableDimension", "serviceNamespace"],
  autoName: "none",
  computed: ["arn", "roleArn", "suspendedState"],
  validate(inputs) {
    const [min, max] = [number(inputs, "minCapacity"), number(inputs, "maxCapacity")];
    return min !== undefined && max !== undefined && min > max
      ? [{ property: "minCapacity", reason: `expected at most maxCapacity (${max}), got ${min}` }]
      : [];
  },
  create(inputs, account) {
    const resource = text(inputs, "resourceId") ?? "";
    const [kind, name = ""] = resource.split("/");
    if (kind === "table" && account.find(tokens.table, name) === undefined)
      throw new AwsError(
        "ValidationException",
        "Application Auto Scaling: RegisterScalableTarget",
        `DynamoDB table does not exist: ${resource}`,
      );
    const role = "aws-service-role/dynamodb.application-autoscaling.amazonaws.com";
    return {
      id: idOf(inputs),
      outputs: {
        arn: regionalArn(
          account,
          "application-autoscaling",
          `scalable-target/${account.newId("0").slice(2)}`,
        ),
        roleArn:
          text(inputs, "roleArn") ??
          `arn:${account.partition}:iam::${account.accountId}:role/${role}/AWSServiceRoleForApplicationAutoScaling_DynamoDBTable`,
        suspendedState: inputs.suspendedState ?? {},
      },
    };
  },
  naturalId: idOf,
};

function idOf(inputs: Properties): string {
  return ["serviceNamespace", "resourceId", "scalableDimension"]
    .map((name) => text(inputs, name) ?? "")
    .join("/");
}
