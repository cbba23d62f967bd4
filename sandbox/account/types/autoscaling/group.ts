import { isDeepStrictEqual } from "node:util";
import type { AccountView } from "../../accountView";
import { AwsError } from "../../awsError";
import type { ResourceType } from "../../resourceType";
import type { Properties } from "../../values";
import { regionalArn } from "../arn";
import { nameOf } from "../naming";
import { given, number, text, texts } from "../reading";
import { tokens } from "../tokens";
import { requireGroup } from "./groupChecks";
import { startedRefreshes } from "./instanceRefresh";

const sources = ["launchConfiguration", "launchTemplate", "mixedInstancesPolicy"];

/**
 * A group. Its instances are not entries of their own: that they hold subnets and security groups is modelled, their
 * launches, health and scaling are not. Not modelled: launch configurations, mixed instances (accepted, not checked),
 * warm pools, lifecycle hooks beyond their inputs, Classic Load Balancers.
 */
export const group: ResourceType = {
  token: tokens.autoScalingGroup,
  source: "internal/service/autoscaling/group.go",
  replaceOn: ["initialLifecycleHooks", "name", "namePrefix"],
  unordered: [
    "availabilityZones",
    "enabledMetrics",
    "initialLifecycleHooks",
    "instanceRefresh.triggers",
    "loadBalancers",
    "suspendedProcesses",
    "tags",
    "targetGroupArns",
    "trafficSources",
    "vpcZoneIdentifiers",
  ],
  defaults: {
    forceDelete: false,
    forceDeleteWarmPool: false,
    healthCheckGracePeriod: 300,
    ignoreFailedScalingActivities: false,
    metricsGranularity: "1Minute",
    protectFromScaleIn: false,
    waitForCapacityTimeout: "10m",
  },
  computed: [
    "arn",
    "availabilityZones",
    "defaultCooldown",
    "desiredCapacity",
    "healthCheckType",
    "launchTemplate",
    "loadBalancers",
    "name",
    "namePrefix",
    "predictedCapacity",
    "serviceLinkedRoleArn",
    "targetGroupArns",
    "trafficSources",
    "vpcZoneIdentifiers",
    "warmPoolSize",
  ],
  validate(inputs) {
    const found = sources.filter((name) => given(inputs, name));
    return [
      ...(found.length === 1
        ? []
        : [
            {
              property: found[1] ?? "launchTemplate",
              reason: `expected exactly one of ${sources.join(", ")}`,
            },
          ]),
      ...(given(inputs, "availabilityZones") && given(inputs, "vpcZoneIdentifiers")
        ? [{ property: "availabilityZones", reason: "conflicts with vpcZoneIdentifiers" }]
        : []),
      ...(given(inputs, "targetGroupArns") && given(inputs, "trafficSources")
        ? [{ property: "targetGroupArns", reason: "conflicts with trafficSources" }]
        : []),
    ];
  },
  create(inputs, account) {
    const operation = "Auto Scaling: CreateAutoScalingGroup";
    const name = nameOf(inputs, account);
    if (account.find(tokens.autoScalingGroup, name) !== undefined)
      throw new AwsError(
        "AlreadyExists",
        operation,
        `AutoScalingGroup by this name already exists - A group with the name ${name} already exists`,
      );
    const { launchTemplate, zones } = requireGroup(inputs, account, operation);
    const uuid = account.newId("asg").slice("asg-".length);
    return {
      id: name,
      outputs: {
        arn: regionalArn(account, "autoscaling", `autoScalingGroup:${uuid}:autoScalingGroupName/${name}`),
        availabilityZones: zones,
        defaultCooldown: number(inputs, "defaultCooldown") ?? 300,
        // Left to AWS, the group starts at its minimum and the scaling policies take it from there.
        desiredCapacity: number(inputs, "desiredCapacity") ?? number(inputs, "minSize") ?? 0,
        healthCheckType: text(inputs, "healthCheckType") ?? "EC2",
        ...(launchTemplate === undefined ? {} : { launchTemplate }),
        loadBalancers: inputs.loadBalancers ?? [],
        name,
        namePrefix: text(inputs, "namePrefix") ?? "",
        predictedCapacity: 0,
        serviceLinkedRoleArn: text(inputs, "serviceLinkedRoleArn") ?? serviceLinkedRole(account),
        targetGroupArns: texts(inputs, "targetGroupArns"),
        trafficSources: trafficSources(inputs),
        vpcZoneIdentifiers: texts(inputs, "vpcZoneIdentifiers"),
        warmPoolSize: 0,
      },
    };
  },
  update(id, olds, news, account) {
    const { launchTemplate, zones } = requireGroup(news, account, "Auto Scaling: UpdateAutoScalingGroup");
    const min = number(news, "minSize") ?? 0;
    const max = number(news, "maxSize") ?? min;
    const running = number(olds, "desiredCapacity") ?? min;
    const isForced =
      given(news, "desiredCapacity") && !isDeepStrictEqual(news.desiredCapacity, olds.desiredCapacity);
    const refreshed = launchTemplate !== undefined && !isDeepStrictEqual(launchTemplate, olds.launchTemplate);
    return {
      availabilityZones: zones,
      // What runs is kept, unless the program sets it anew or the new bounds leave no room for it.
      desiredCapacity: isForced
        ? (number(news, "desiredCapacity") ?? min)
        : Math.min(Math.max(running, min), max),
      ...(launchTemplate === undefined ? {} : { launchTemplate }),
      ...startedRefreshes(id, olds, news, refreshed, account),
      trafficSources: trafficSources(news),
    };
  },
  naturalId: (inputs) => text(inputs, "name") ?? "",
};

function serviceLinkedRole(account: AccountView): string {
  const path = "aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling";
  return `arn:${account.partition}:iam::${account.accountId}:role/${path}`;
}

function trafficSources(inputs: Properties) {
  return (
    inputs.trafficSources ??
    texts(inputs, "targetGroupArns").map((identifier) => ({ identifier, type: "elbv2" }))
  );
}
