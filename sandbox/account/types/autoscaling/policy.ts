import type { AccountView } from "../../accountView";
import { AwsError } from "../../awsError";
import type { ResourceType } from "../../resourceType";
import type { Properties } from "../../values";
import { regionalArn } from "../arn";
import { nameOf } from "../naming";
import { block, given, text } from "../reading";
import { tokens } from "../tokens";

const PUT = "Auto Scaling: PutScalingPolicy";
const types = ["PredictiveScaling", "SimpleScaling", "StepScaling", "TargetTrackingScaling"];

/** Not modelled: scaling itself, the alarms that target tracking makes, predictive and step scaling beyond their inputs. */
export const policy: ResourceType = {
  token: tokens.autoScalingPolicy,
  source: "internal/service/autoscaling/policy.go",
  replaceOn: ["autoscalingGroupName", "name"],
  unordered: ["stepAdjustments"],
  defaults: { enabled: true, policyType: "SimpleScaling" },
  computed: ["arn", "metricAggregationType", "name"],
  validate(inputs) {
    const type = text(inputs, "policyType");
    return [
      ...(type === undefined || types.includes(type)
        ? []
        : [{ property: "policyType", reason: `expected one of ${types.join(", ")}, got "${type}"` }]),
      ...(given(inputs, "scalingAdjustment") && given(inputs, "stepAdjustments")
        ? [{ property: "scalingAdjustment", reason: "conflicts with stepAdjustments" }]
        : []),
    ];
  },
  create(inputs, account) {
    const name = nameOf(inputs, account);
    const groupName = requireScalable(inputs, account);
    if (account.find(tokens.autoScalingPolicy, name) !== undefined)
      throw new AwsError(
        "NotModelled",
        PUT,
        `a policy named ${name} exists: the provider's id is the name alone, so two of one name would be one entry here`,
      );
    const uuid = account.newId("policy").slice("policy-".length);
    return {
      id: name,
      outputs: {
        arn: regionalArn(
          account,
          "autoscaling",
          `scalingPolicy:${uuid}:autoScalingGroupName/${groupName}:policyName/${name}`,
        ),
        metricAggregationType: text(inputs, "metricAggregationType") ?? "",
        name,
      },
    };
  },
  update(_id, _olds, news, account) {
    requireScalable(news, account);
    return {};
  },
  naturalId: (inputs) => text(inputs, "name") ?? "",
};

/** The group exists, and a policy that tracks requests names the load balancer and target group of that group. */
function requireScalable(inputs: Properties, account: AccountView): string {
  const groupName = text(inputs, "autoscalingGroupName") ?? "";
  const group = account.find(tokens.autoScalingGroup, groupName);
  if (group === undefined) throw new AwsError("ValidationError", PUT, `Group ${groupName} not found`);
  const tracking = block(inputs, "targetTrackingConfiguration");
  if (inputs.policyType === "TargetTrackingScaling" && tracking === undefined)
    throw new AwsError("ValidationError", PUT, "TargetTrackingConfiguration must be provided");
  const metric = block(tracking ?? {}, "predefinedMetricSpecification");
  if (metric?.predefinedMetricType !== "ALBRequestCountPerTarget") return groupName;
  const label = text(metric, "resourceLabel") ?? "";
  const [, loadBalancerSuffix, targetGroupSuffix] = /^(app\/.+)\/(targetgroup\/.+)$/.exec(label) ?? [];
  const isKnown =
    account.all(tokens.loadBalancer).some(({ properties }) => properties.arnSuffix === loadBalancerSuffix) &&
    account.all(tokens.targetGroup).some(({ properties }) => properties.arnSuffix === targetGroupSuffix);
  if (loadBalancerSuffix === undefined || !isKnown)
    throw new AwsError(
      "ValidationError",
      PUT,
      `The resource label '${label}' is not a load balancer's and a target group's ARN suffix joined by '/'`,
    );
  return groupName;
}
