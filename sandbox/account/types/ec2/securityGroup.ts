import type { AccountView, Entry } from "../../accountView";
import { AwsError } from "../../awsError";
import type { CheckFailure, ResourceType } from "../../resourceType";
import type { Properties } from "../../values";
import { regionalArn } from "../arn";
import { findDependents } from "../dependents";
import { nameOf } from "../naming";
import { blocks, number, text, texts, valuesAt } from "../reading";
import { tokens } from "../tokens";
import { checkCidr } from "./cidr";
import { requireSecurityGroups, requireVpc } from "./references";

const CREATE = "EC2: CreateSecurityGroup";

/**
 * Not modelled: a default VPC (so `vpcId` is needed), the limit on rules, and what inline rules do to the rules that
 * are resources of their own.
 */
export const securityGroup: ResourceType = {
  token: tokens.securityGroup,
  source: "internal/service/ec2/vpc_security_group.go",
  replaceOn: ["description", "name", "namePrefix", "vpcId"],
  unordered: ["egress", "egress.securityGroups", "ingress", "ingress.securityGroups"],
  // The bridge puts "Pulumi" where the provider's default says "Terraform".
  defaults: { description: "Managed by Pulumi", revokeRulesOnDelete: false },
  computed: ["arn", "egress", "ingress", "name", "namePrefix", "ownerId", "vpcId"],
  validate(inputs) {
    const name = text(inputs, "name");
    return [
      ...(name?.startsWith("sg-") ? [{ property: "name", reason: "cannot begin with sg-" }] : []),
      ...(name !== undefined && name.length > 255
        ? [{ property: "name", reason: "at most 255 characters" }]
        : []),
      ...checkInlineRules(inputs),
    ];
  },
  create(inputs, account) {
    const vpcId = text(inputs, "vpcId");
    if (vpcId === undefined) throw new AwsError("VPCIdNotSpecified", CREATE, "No default VPC for this user");
    requireVpc(account, CREATE, vpcId);
    const name = nameOf(inputs, account);
    const taken = account
      .all(tokens.securityGroup)
      .some(({ properties }) => properties.vpcId === vpcId && properties.name === name);
    if (taken || name === "default")
      throw new AwsError(
        "InvalidGroup.Duplicate",
        CREATE,
        `The security group '${name}' already exists for VPC '${vpcId}'`,
      );
    authorizeInlineRules(inputs, account);
    const id = account.newId("sg");
    return {
      id,
      outputs: {
        arn: regionalArn(account, "ec2", `security-group/${id}`),
        egress: inputs.egress ?? [],
        ingress: inputs.ingress ?? [],
        name,
        namePrefix: text(inputs, "namePrefix") ?? "",
        ownerId: account.accountId,
        vpcId,
      },
    };
  },
  update(_id, _olds, news, account) {
    authorizeInlineRules(news, account);
    return {};
  },
  remove(id, _properties, account) {
    if (groupUsers(account, id).length > 0)
      throw new AwsError(
        "DependencyViolation",
        "EC2: DeleteSecurityGroup",
        `resource ${id} has a dependent object`,
      );
  },
};

/** The provider's checks of rules inside a group, shared with a VPC's default group. */
export function checkInlineRules(inputs: Properties): readonly CheckFailure[] {
  return ["ingress", "egress"].flatMap((direction) =>
    blocks(inputs, direction).flatMap((rule, index) =>
      texts(rule, "cidrBlocks").flatMap((cidr) => checkCidr(`${direction}[${index}].cidrBlocks`, cidr)),
    ),
  );
}

/** What AWS checks when rules are added: the groups they name exist, and a port range goes upwards. */
export function authorizeInlineRules(inputs: Properties, account: AccountView): void {
  for (const [direction, operation] of [
    ["ingress", "EC2: AuthorizeSecurityGroupIngress"],
    ["egress", "EC2: AuthorizeSecurityGroupEgress"],
  ] as const)
    for (const rule of blocks(inputs, direction)) {
      requireSecurityGroups(account, operation, texts(rule, "securityGroups"));
      requirePortRange(operation, text(rule, "protocol"), number(rule, "fromPort"), number(rule, "toPort"));
    }
}

export function requirePortRange(
  operation: string,
  protocol: string | undefined,
  fromPort: number | undefined,
  toPort: number | undefined,
): void {
  if (protocol !== "tcp" && protocol !== "udp") return;
  if (fromPort === undefined || toPort === undefined || fromPort > toPort || fromPort < 0 || toPort > 65535)
    throw new AwsError(
      "InvalidParameterValue",
      operation,
      `Invalid ${protocol.toUpperCase()} port range ${fromPort ?? "(none)"} to ${toPort ?? "(none)"}.`,
    );
}

/** Everything that holds a group: interfaces of every kind, and other groups' rules that name it. */
function groupUsers(account: AccountView, id: string): readonly Entry[] {
  const ruleNames = (rule: Entry): boolean => rule.properties.securityGroupId !== id;
  return [
    ...findDependents(account, id, [
      { token: tokens.instance, path: "vpcSecurityGroupIds" },
      { token: tokens.networkInterface, path: "securityGroups" },
      { token: tokens.loadBalancer, path: "securityGroups" },
      { token: tokens.vpcEndpoint, path: "securityGroupIds" },
      { token: tokens.dbInstance, path: "vpcSecurityGroupIds" },
      { token: tokens.dbCluster, path: "vpcSecurityGroupIds" },
      { token: tokens.replicationGroup, path: "securityGroupIds" },
      { token: tokens.cacheCluster, path: "securityGroupIds" },
      { token: tokens.serverlessCache, path: "securityGroupIds" },
      { token: tokens.mountTarget, path: "securityGroups" },
    ]),
    ...findDependents(account, id, [
      { token: tokens.securityGroup, path: "ingress.securityGroups" },
      { token: tokens.securityGroup, path: "egress.securityGroups" },
    ]).filter((group) => group.id !== id),
    ...findDependents(account, id, [
      { token: tokens.securityGroupIngressRule, path: "referencedSecurityGroupId" },
      { token: tokens.securityGroupEgressRule, path: "referencedSecurityGroupId" },
    ]).filter(ruleNames),
    ...launchedGroups(account, id),
  ];
}

/** Auto Scaling groups whose template puts the group on every instance they run. A template by itself holds nothing. */
function launchedGroups(account: AccountView, id: string): readonly Entry[] {
  const templates = findDependents(account, id, [
    { token: tokens.launchTemplate, path: "vpcSecurityGroupIds" },
    { token: tokens.launchTemplate, path: "networkInterfaces.securityGroups" },
  ]);
  return account.all(tokens.autoScalingGroup).filter(({ properties }) => {
    const used = [
      ...valuesAt(properties, "launchTemplate.id"),
      ...valuesAt(properties, "launchTemplate.name"),
    ];
    return (
      number(properties, "desiredCapacity") !== 0 &&
      templates.some(
        (template) => used.includes(template.id) || used.includes(text(template.properties, "name") ?? ""),
      )
    );
  });
}
