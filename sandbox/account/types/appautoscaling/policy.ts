import { AwsError } from "../../awsError";
import type { ResourceType } from "../../resourceType";
import { regionalArn } from "../arn";
import { nameOf } from "../naming";
import { given, text } from "../reading";
import { tokens } from "../tokens";

/** How a scalable target follows its load. Not modelled: scaling itself, the alarms that target tracking makes. */
export const targetPolicy: ResourceType = {
  token: tokens.scalableTargetPolicy,
  source: "internal/service/appautoscaling/policy.go",
  replaceOn: ["name", "resourceId", "scalableDimension", "serviceNamespace"],
  autoName: { property: "name", maxLength: 255 },
  defaults: { policyType: "StepScaling" },
  computed: ["alarmArns", "arn", "name"],
  validate: (inputs) =>
    text(inputs, "policyType") === "TargetTrackingScaling" &&
    !given(inputs, "targetTrackingScalingPolicyConfiguration")
      ? [
          {
            property: "targetTrackingScalingPolicyConfiguration",
            reason: "is required for TargetTrackingScaling",
          },
        ]
      : [],
  create(inputs, account) {
    const named = ["resourceId", "scalableDimension", "serviceNamespace"] as const;
    const target = account
      .all(tokens.scalableTarget)
      .find(({ properties }) => named.every((name) => properties[name] === inputs[name]));
    if (target === undefined)
      throw new AwsError(
        "ObjectNotFoundException",
        "Application Auto Scaling: PutScalingPolicy",
        `No scalable target found for service namespace: ${text(inputs, "serviceNamespace")}, resource ID: ${text(inputs, "resourceId")}, scalable dimension: ${text(inputs, "scalableDimension")}`,
      );
    const name = nameOf(inputs, account);
    return {
      id: name,
      outputs: {
        alarmArns: [],
        arn: regionalArn(
          account,
          "autoscaling",
          `scalingPolicy:${account.newId("0").slice(2)}:policyName/${name}`,
        ),
        name,
      },
    };
  },
  naturalId: (inputs) => text(inputs, "name") ?? "",
};
