import { findInstanceType } from "../../../../infra/compute/instanceTypes/instanceType";
import type { AccountView } from "../../accountView";
import { AwsError } from "../../awsError";
import type { Properties } from "../../values";
import { blocks, flag, number, text, texts } from "../reading";
import { tokens } from "../tokens";
import { requireGroupsInSubnet, requireSecurityGroups, requireSubnet } from "./references";

/**
 * What EC2 checks when it launches from a template's data, and what Auto Scaling therefore checks (as a dry run) when
 * a group is made. `CreateLaunchTemplate` itself accepts all of this and answers with a warning.
 * @throws AwsError
 */
export function requireLaunchable(
  account: AccountView,
  operation: string,
  template: Properties,
  subnetIds: readonly string[],
  zones: readonly string[],
): void {
  const interfaces = blocks(template, "networkInterfaces");
  const outside = texts(template, "vpcSecurityGroupIds");
  if (text(template, "imageId") === undefined)
    throw new AwsError("MissingParameter", operation, "The request must contain the parameter ImageId");
  if (interfaces.length > 0 && outside.length > 0)
    throw new AwsError(
      "InvalidParameterCombination",
      operation,
      "Network interfaces and an instance-level security groups may not be specified on the same request",
    );
  requireInterfaces(operation, interfaces, text(template, "instanceType"));
  const groups = [...outside, ...interfaces.flatMap((block) => texts(block, "securityGroups"))];
  requireSecurityGroups(account, operation, groups);
  for (const subnetId of subnetIds)
    requireGroupsInSubnet(account, operation, groups, requireSubnet(account, operation, subnetId));
  requireInterfaceSubnets(account, operation, interfaces, zones);
  requirePlacementGroup(account, operation, template);
  const profile = template.iamInstanceProfile;
  if (profile !== undefined) requireInstanceProfile(account, operation, profile);
}

/** Subnets that the blocks name are where the group launches, each with groups of its own VPC. */
function requireInterfaceSubnets(
  account: AccountView,
  operation: string,
  interfaces: readonly Properties[],
  zones: readonly string[],
): void {
  for (const block of interfaces) {
    const subnetId = text(block, "subnetId");
    if (subnetId === undefined) continue;
    const subnet = requireSubnet(account, operation, subnetId);
    requireGroupsInSubnet(account, operation, texts(block, "securityGroups"), subnet);
    const zone = text(subnet.properties, "availabilityZone") ?? "";
    if (zones.length !== 1 || zones[0] !== zone)
      throw new AwsError(
        "InvalidParameterValue",
        operation,
        `The subnet '${subnetId}' of a network interface is in ${zone}; the instance would launch in ${zones.join(", ")}`,
      );
  }
}

function requirePlacementGroup(account: AccountView, operation: string, template: Properties): void {
  const [name] = blocks({ list: [template.placement ?? null] }, "list").map((placement) =>
    text(placement, "groupName"),
  );
  if (name !== undefined && account.find(tokens.placementGroup, name) === undefined)
    throw new AwsError(
      "InvalidPlacementGroup.Unknown",
      operation,
      `The Placement Group '${name}' is unknown.`,
    );
}

/** As many interfaces as the type takes, each at its own index; a public address only when there is one alone. */
export function requireInterfaces(
  operation: string,
  interfaces: readonly Properties[],
  instanceType: string | undefined,
): void {
  const limit = findInstanceType(instanceType ?? "")?.interfaces;
  if (limit !== undefined && interfaces.length > limit)
    throw new AwsError(
      "AttachmentLimitExceeded",
      operation,
      `Interface count ${interfaces.length} exceeds the limit for ${instanceType}`,
    );
  if (interfaces.length > 1 && interfaces.some((block) => flag(block, "associatePublicIpAddress") === true))
    throw new AwsError(
      "InvalidParameterCombination",
      operation,
      "The associatePublicIPAddress parameter cannot be specified when launching with multiple network interfaces.",
    );
  const places = interfaces.map(
    (block) => `${number(block, "networkCardIndex") ?? 0}/${number(block, "deviceIndex") ?? 0}`,
  );
  const twice = places.find((place, index) => places.indexOf(place) !== index);
  if (twice !== undefined)
    throw new AwsError(
      "InvalidParameterValue",
      operation,
      `Each network interface requires a unique device index: ${twice} is used twice.`,
    );
}

/** @param profile a name, or the block `{ name }` or `{ arn }` of a launch template. */
export function requireInstanceProfile(
  account: AccountView,
  operation: string,
  profile: Properties[string],
): void {
  const reference = text({ profile }, "profile");
  const named = typeof profile === "string" ? undefined : blocks({ list: [profile] }, "list")[0];
  const name = reference ?? (named && text(named, "name"));
  const arn = named && text(named, "arn");
  const exists = account
    .all(tokens.instanceProfile)
    .some(({ id, properties }) => id === name || (arn !== undefined && properties.arn === arn));
  if ((name ?? arn) !== undefined && !exists)
    throw new AwsError(
      "InvalidParameterValue",
      operation,
      name === undefined
        ? `Value (${arn}) for parameter iamInstanceProfile.arn is invalid. Invalid IAM Instance Profile ARN`
        : `Value (${name}) for parameter iamInstanceProfile.name is invalid. Invalid IAM Instance Profile name`,
    );
}
