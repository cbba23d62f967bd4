import type { AccountView, Entry } from "../../accountView";
import { AwsError } from "../../awsError";
import type { Properties } from "../../values";
import { requireLaunchable } from "../ec2/launch";
import { block, number, text, texts } from "../reading";
import { tokens } from "../tokens";

/**
 * What Auto Scaling checks of a group, new or changed. It launches nothing here, so it asks EC2 whether it could, and
 * words the refusal as its own.
 * @throws AwsError `ValidationError`
 * @returns the template as AWS reads it back, and the zones of the subnets.
 */
export function requireGroup(
  inputs: Properties,
  account: AccountView,
  operation: string,
): { launchTemplate?: Properties; zones: readonly string[] } {
  const refuse = (detail: string): never => {
    throw new AwsError("ValidationError", operation, detail);
  };
  requireSizes(inputs, refuse);
  const subnets = texts(inputs, "vpcZoneIdentifiers");
  const zones = zonesOf(inputs, subnets, account, refuse);
  const missing = texts(inputs, "targetGroupArns").find(
    (arn) => account.find(tokens.targetGroup, arn) === undefined,
  );
  if (missing !== undefined)
    refuse(`Provided Target Groups may not be valid. Please ensure they exist and try again. (${missing})`);
  const reference = block(inputs, "launchTemplate");
  if (reference === undefined) return { zones };
  const template = findTemplate(reference, account);
  if (template === undefined) {
    const id = text(reference, "id");
    const wanted = id === undefined ? `template name ${text(reference, "name")}` : `template ID ${id}`;
    return refuse(
      `You must use a valid fully-formed launch template. The specified launch template, with ${wanted}, does not exist.`,
    );
  }
  const version = text(reference, "version") ?? "$Default";
  const latest = number(template.properties, "latestVersion") ?? 1;
  const isNumber = /^[1-9]\d*$/.test(version);
  if (!["$Default", "$Latest"].includes(version) && !(isNumber && Number(version) <= latest))
    refuse(
      `You must use a valid fully-formed launch template. Could not find the specified version ${version} for the launch template with ID ${template.id}.`,
    );
  try {
    requireLaunchable(account, operation, template.properties, subnets, zones);
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    refuse(`You must use a valid fully-formed launch template. ${error.detail}`);
  }
  return {
    launchTemplate: { id: template.id, name: text(template.properties, "name") ?? "", version },
    zones,
  };
}

function requireSizes(inputs: Properties, refuse: (detail: string) => never): void {
  const min = number(inputs, "minSize") ?? 0;
  const max = number(inputs, "maxSize") ?? 0;
  const desired = number(inputs, "desiredCapacity");
  if (min > max) refuse(`Max bound, ${max}, must be greater than or equal to min bound, ${min}`);
  if (desired !== undefined && (desired < min || desired > max))
    refuse(`Desired capacity:${desired} must be between the specified min size:${min} and max size:${max}`);
}

function zonesOf(
  inputs: Properties,
  subnets: readonly string[],
  account: AccountView,
  refuse: (detail: string) => never,
): readonly string[] {
  if (subnets.length === 0) {
    const zones = texts(inputs, "availabilityZones");
    return zones.length > 0 ? zones : refuse("At least one Availability Zone or VPC Subnet is required.");
  }
  const found = subnets.map(
    (id) => account.find(tokens.subnet, id) ?? refuse(`The subnet ID '${id}' does not exist`),
  );
  const lost = found.find(
    ({ properties }) => account.find(tokens.vpc, text(properties, "vpcId") ?? "") === undefined,
  );
  if (lost !== undefined) refuse(`The subnet ID '${lost.id}' does not exist`);
  if (new Set(found.map(({ properties }) => properties.vpcId)).size > 1)
    refuse("The subnets of an Auto Scaling group must belong to one VPC.");
  return [...new Set(found.flatMap(({ properties }) => text(properties, "availabilityZone") ?? []))];
}

function findTemplate(reference: Properties, account: AccountView): Entry | undefined {
  const id = text(reference, "id");
  if (id !== undefined) return account.find(tokens.launchTemplate, id);
  const name = text(reference, "name");
  return account.all(tokens.launchTemplate).find(({ properties }) => properties.name === name);
}
