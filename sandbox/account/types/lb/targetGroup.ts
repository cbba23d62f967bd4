import { AwsError } from "../../awsError";
import type { CheckFailure, ResourceType } from "../../resourceType";
import type { Properties } from "../../values";
import { regionalArn } from "../arn";
import { findDependents } from "../dependents";
import { nameOf } from "../naming";
import { block, flag, given, number, text } from "../reading";
import { tokens } from "../tokens";
import { checkName, hexId } from "./identity";

const SERVICE = "Elastic Load Balancing v2";
const CREATE = `${SERVICE}: CreateTargetGroup`;

/** Not modelled: targets and their health, gRPC matchers, `targetControlPort`, what a change of the health check's protocol replaces. */
export const targetGroup: ResourceType = {
  token: tokens.targetGroup,
  source: "internal/service/elbv2/target_group.go",
  replaceOn: [
    "ipAddressType",
    "name",
    "namePrefix",
    "port",
    "protocol",
    "protocolVersion",
    "targetType",
    "vpcId",
  ],
  autoName: { property: "name", maxLength: 32 },
  defaults: {
    deregistrationDelay: 300,
    lambdaMultiValueHeadersEnabled: false,
    proxyProtocolV2: false,
    slowStart: 0,
    targetType: "instance",
  },
  computed: [
    "arn",
    "arnSuffix",
    "connectionTermination",
    "healthCheck",
    "ipAddressType",
    "loadBalancerArns",
    "loadBalancingAlgorithmType",
    "loadBalancingAnomalyMitigation",
    "loadBalancingCrossZoneEnabled",
    "name",
    "namePrefix",
    "preserveClientIp",
    "protocolVersion",
    "stickiness",
    "targetFailovers",
    "targetGroupHealth",
    "targetHealthStates",
  ],
  validate(inputs) {
    const name = text(inputs, "name");
    const needed = inputs.targetType === "lambda" ? [] : ["port", "protocol", "vpcId"];
    return [
      ...(name === undefined ? [] : checkName(name)),
      ...needed
        .filter((property) => !given(inputs, property))
        .map((property) => ({
          property,
          reason: `must be given when targetType is "${text(inputs, "targetType")}"`,
        })),
      ...between(inputs, "port", 1, 65_535),
      ...between(inputs, "deregistrationDelay", 0, 3600),
      ...checkHealthCheck(block(inputs, "healthCheck") ?? {}),
    ];
  },
  create(inputs, account) {
    const name = nameOf(inputs, account);
    if (account.all(tokens.targetGroup).some(({ properties }) => properties.name === name))
      throw new AwsError(
        "DuplicateTargetGroupName",
        CREATE,
        `A target group with the same name '${name}' exists, but with different settings`,
      );
    const vpcId = text(inputs, "vpcId");
    if (vpcId !== undefined && account.find(tokens.vpc, vpcId) === undefined)
      throw new AwsError("ValidationError", CREATE, `The VPC ID '${vpcId}' is not found`);
    const healthCheck = healthCheckOf(inputs, CREATE);
    const arnSuffix = `targetgroup/${name}/${hexId(account)}`;
    const arn = regionalArn(account, "elasticloadbalancing", arnSuffix);
    const isHttp = ["HTTP", "HTTPS"].includes(text(inputs, "protocol") ?? "");
    return {
      id: arn,
      outputs: {
        arn,
        arnSuffix,
        connectionTermination: flag(inputs, "connectionTermination") ?? false,
        healthCheck,
        ipAddressType: text(inputs, "ipAddressType") ?? "ipv4",
        loadBalancerArns: [],
        loadBalancingAlgorithmType:
          text(inputs, "loadBalancingAlgorithmType") ?? (isHttp ? "round_robin" : ""),
        loadBalancingAnomalyMitigation:
          text(inputs, "loadBalancingAnomalyMitigation") ?? (isHttp ? "off" : ""),
        loadBalancingCrossZoneEnabled:
          text(inputs, "loadBalancingCrossZoneEnabled") ?? "use_load_balancer_configuration",
        name,
        namePrefix: text(inputs, "namePrefix") ?? "",
        preserveClientIp: inputs.preserveClientIp ?? "",
        protocolVersion: text(inputs, "protocolVersion") ?? (isHttp ? "HTTP1" : ""),
        stickiness: inputs.stickiness ?? {
          cookieDuration: 86_400,
          enabled: false,
          type: isHttp ? "lb_cookie" : "source_ip",
        },
        targetFailovers: inputs.targetFailovers ?? [],
        targetGroupHealth: inputs.targetGroupHealth ?? {},
        targetHealthStates: inputs.targetHealthStates ?? [],
      },
    };
  },
  update: (_id, olds, news) => ({
    healthCheck: healthCheckOf({ ...olds, ...news }, `${SERVICE}: ModifyTargetGroup`),
  }),
  remove(id, _properties, account) {
    const users = findDependents(account, id, [
      { token: tokens.listener, path: "defaultActions.targetGroupArn" },
      { token: tokens.listener, path: "defaultActions.forward.targetGroups.arn" },
      { token: tokens.listenerRule, path: "actions.targetGroupArn" },
      { token: tokens.listenerRule, path: "actions.forward.targetGroups.arn" },
    ]);
    if (users.length > 0)
      throw new AwsError(
        "ResourceInUse",
        `${SERVICE}: DeleteTargetGroup`,
        `Target group '${id}' is currently in use by a listener or a rule`,
      );
  },
};

/** The health check with the provider's defaults (elbv2/target_group.go) where the program says nothing. */
function healthCheckOf(inputs: Properties, operation: string): Properties {
  const healthCheck: Properties = {
    enabled: true,
    healthyThreshold: 3,
    interval: 30,
    matcher: "200",
    path: "/",
    port: "traffic-port",
    protocol: "HTTP",
    timeout: 5,
    unhealthyThreshold: 3,
    ...block(inputs, "healthCheck"),
  };
  const interval = number(healthCheck, "interval") ?? 0;
  const timeout = number(healthCheck, "timeout") ?? 0;
  if (interval <= timeout)
    throw new AwsError(
      "ValidationError",
      operation,
      `Health check interval must be greater than the timeout, got ${interval} and ${timeout}`,
    );
  return healthCheck;
}

function checkHealthCheck(healthCheck: Properties): readonly CheckFailure[] {
  const path = text(healthCheck, "path");
  const failures = [
    ...between(healthCheck, "healthyThreshold", 2, 10),
    ...between(healthCheck, "unhealthyThreshold", 2, 10),
    ...between(healthCheck, "interval", 5, 300),
    ...between(healthCheck, "timeout", 2, 120),
    ...(path === undefined || path.startsWith("/")
      ? []
      : [{ property: "path", reason: `must begin with /, got "${path}"` }]),
  ];
  return failures.map(({ property, reason }) => ({ property: `healthCheck.${property}`, reason }));
}

function between(
  properties: Properties,
  property: string,
  min: number,
  max: number,
): readonly CheckFailure[] {
  const value = number(properties, property);
  if (value === undefined || (value >= min && value <= max)) return [];
  return [{ property, reason: `expected ${min} to ${max}, got ${value}` }];
}
