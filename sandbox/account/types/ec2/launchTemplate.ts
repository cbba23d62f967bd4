import { isDeepStrictEqual } from "node:util";
import { AwsError } from "../../awsError";
import type { ResourceType } from "../../resourceType";
import type { Properties } from "../../values";
import { regionalArn } from "../arn";
import { nameOf } from "../naming";
import { block, flag, given, number, text } from "../reading";
import { tokens } from "../tokens";
import { requireUserData } from "./userData";

/** What a version holds: a change of any of these makes a new one (`updateKeys` in the source). */
const versioned = [
  "blockDeviceMappings",
  "capacityReservationSpecification",
  "cpuOptions",
  "creditSpecification",
  "description",
  "disableApiStop",
  "disableApiTermination",
  "ebsOptimized",
  "enclaveOptions",
  "hibernationOptions",
  "iamInstanceProfile",
  "imageId",
  "instanceInitiatedShutdownBehavior",
  "instanceMarketOptions",
  "instanceRequirements",
  "instanceType",
  "kernelId",
  "keyName",
  "licenseSpecifications",
  "maintenanceOptions",
  "metadataOptions",
  "monitoring",
  "networkInterfaces",
  "networkPerformanceOptions",
  "placement",
  "privateDnsNameOptions",
  "ramDiskId",
  "secondaryInterfaces",
  "securityGroupNames",
  "tagSpecifications",
  "userData",
  "vpcSecurityGroupIds",
];

/**
 * A template; its versions count up as its content changes. Like EC2 it accepts what cannot be launched (unknown
 * groups, too many interfaces: EC2 only warns); who launches from it is refused (launch.ts).
 * Not modelled: the content of versions before the latest; whether the image exists.
 */
export const launchTemplate: ResourceType = {
  token: tokens.launchTemplate,
  source: "internal/service/ec2/ec2_launch_template.go",
  replaceOn: ["name", "namePrefix"],
  unordered: [
    "licenseSpecifications",
    "networkInterfaces.ipv4Addresses",
    "networkInterfaces.ipv4Prefixes",
    "networkInterfaces.ipv6Addresses",
    "networkInterfaces.ipv6Prefixes",
    "networkInterfaces.securityGroups",
    "securityGroupNames",
    "vpcSecurityGroupIds",
  ],
  autoName: { property: "name", maxLength: 125 },
  computed: ["arn", "defaultVersion", "latestVersion", "metadataOptions", "name", "namePrefix"],
  recomputedOn: {
    defaultVersion: [
      ...versioned.filter((property) => property !== "description"),
      "tags",
      "updateDefaultVersion",
    ],
    // As the provider has it: a change of the description makes a version all the same but is not announced, and a
    // change of tags is announced but makes none.
    latestVersion: [...versioned.filter((property) => property !== "description"), "tags"],
  },
  recomputedWhile: { defaultVersion: "updateDefaultVersion" },
  validate(inputs) {
    const name = text(inputs, "name");
    const hopLimit = number(block(inputs, "metadataOptions") ?? {}, "httpPutResponseHopLimit");
    return [
      ...(name === undefined || /^[A-Za-z0-9().\-/_]{3,128}$/.test(name)
        ? []
        : [{ property: "name", reason: "expected 3 to 128 letters, digits and ( ) . - / _" }]),
      ...(hopLimit === undefined || (hopLimit >= 1 && hopLimit <= 64)
        ? []
        : [
            {
              property: "metadataOptions.httpPutResponseHopLimit",
              reason: `expected 1 to 64, got ${hopLimit}`,
            },
          ]),
      ...(given(inputs, "defaultVersion") && given(inputs, "updateDefaultVersion")
        ? [{ property: "defaultVersion", reason: "conflicts with updateDefaultVersion" }]
        : []),
      ...(given(inputs, "securityGroupNames") && given(inputs, "vpcSecurityGroupIds")
        ? [{ property: "securityGroupNames", reason: "conflicts with vpcSecurityGroupIds" }]
        : []),
    ];
  },
  create(inputs, account) {
    const operation = "EC2: CreateLaunchTemplate";
    const name = nameOf(inputs, account);
    if (account.all(tokens.launchTemplate).some(({ properties }) => properties.name === name))
      throw new AwsError(
        "InvalidLaunchTemplateName.AlreadyExistsException",
        operation,
        "Launch template name already in use.",
      );
    requireUserData("InvalidUserData.Malformed", operation, text(inputs, "userData"));
    const id = account.newId("lt");
    return {
      id,
      outputs: {
        arn: regionalArn(account, "ec2", `launch-template/${id}`),
        defaultVersion: 1,
        latestVersion: 1,
        metadataOptions: inputs.metadataOptions ?? {},
        name,
        namePrefix: text(inputs, "namePrefix") ?? "",
      },
    };
  },
  update(id, olds, news) {
    const before = number(olds, "latestVersion") ?? 1;
    // Optional and computed: options that the program no longer gives stay as they are.
    const wanted: Properties = {
      ...news,
      metadataOptions: news.metadataOptions ?? olds.metadataOptions ?? {},
    };
    const changed = versioned.some(
      (property) => !isDeepStrictEqual(contentOf(olds, property), contentOf(wanted, property)),
    );
    if (changed)
      requireUserData(
        "InvalidUserData.Malformed",
        "EC2: CreateLaunchTemplateVersion",
        text(news, "userData"),
      );
    const latestVersion = changed ? before + 1 : before;
    const chosen =
      flag(news, "updateDefaultVersion") === true ? latestVersion : number(news, "defaultVersion");
    const defaultVersion = chosen ?? number(olds, "defaultVersion") ?? 1;
    if (defaultVersion > latestVersion)
      throw new AwsError(
        "InvalidLaunchTemplateId.VersionNotFound",
        "EC2: ModifyLaunchTemplate",
        `Could not find the specified version ${defaultVersion} for the launch template with ID ${id}.`,
      );
    return { defaultVersion, latestVersion };
  },
};

/** An entry has `{}` where the program gave no metadata options, as the provider reads them back. */
function contentOf(properties: Properties, property: string): unknown {
  const value = properties[property];
  return isDeepStrictEqual(value, {}) || value === null ? undefined : value;
}
