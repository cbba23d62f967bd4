import type { AccountView } from "../../accountView";
import { AwsError } from "../../awsError";
import type { ResourceType } from "../../resourceType";
import type { Properties } from "../../values";
import { findDependents } from "../dependents";
import { requireSecurityGroups, requireSubnet } from "../ec2/references";
import { block, number, text, texts } from "../reading";
import { tokens } from "../tokens";
import { builderArn, refuseInUse, refuseSecond } from "./references";

/** Where images are built. Not modelled: placement, instance types by their names, log buckets. */
export const infrastructureConfiguration: ResourceType = {
  token: tokens.infrastructureConfiguration,
  source: "internal/service/imagebuilder/infrastructure_configuration.go",
  replaceOn: ["name"],
  unordered: ["instanceTypes", "securityGroupIds"],
  autoName: { property: "name", maxLength: 126 },
  defaults: { terminateInstanceOnFailure: false },
  computed: ["arn", "dateCreated", "dateUpdated"],
  validate(inputs) {
    const options = block(inputs, "instanceMetadataOptions") ?? {};
    const tokensSetting = text(options, "httpTokens");
    const hops = number(options, "httpPutResponseHopLimit");
    return [
      ...(tokensSetting === undefined || ["optional", "required"].includes(tokensSetting)
        ? []
        : [{ property: "instanceMetadataOptions.httpTokens", reason: "expected optional or required" }]),
      ...(hops === undefined || (hops >= 1 && hops <= 64)
        ? []
        : [{ property: "instanceMetadataOptions.httpPutResponseHopLimit", reason: "expected 1 to 64" }]),
    ];
  },
  create(inputs, account) {
    const operation = "Image Builder: CreateInfrastructureConfiguration";
    const arn = builderArn(account, "infrastructure-configuration", inputs);
    refuseSecond(account, operation, tokens.infrastructureConfiguration, arn);
    requireParts(inputs, account, operation);
    return { id: arn, outputs: { arn, dateCreated: account.now(), dateUpdated: "" } };
  },
  update(_id, _olds, news, account) {
    requireParts(news, account, "Image Builder: UpdateInfrastructureConfiguration");
    return { dateUpdated: account.now() };
  },
  remove(id, _properties, account) {
    const uses = [{ token: tokens.imagePipeline, path: "infrastructureConfigurationArn" }];
    const operation = "Image Builder: DeleteInfrastructureConfiguration";
    refuseInUse(operation, id, findDependents(account, id, uses));
  },
};

function requireParts(inputs: Properties, account: AccountView, operation: string): void {
  const profile = text(inputs, "instanceProfileName") ?? "";
  if (account.find(tokens.instanceProfile, profile) === undefined)
    throw new AwsError(
      "InvalidParameterValueException",
      operation,
      `The value supplied for parameter 'instanceProfileName' is not valid. The provided instance profile does not exist. (${profile})`,
    );
  const subnet = text(inputs, "subnetId");
  const groups = texts(inputs, "securityGroupIds");
  if (subnet !== undefined) requireSubnet(account, operation, subnet);
  requireSecurityGroups(account, operation, groups);
  if (subnet !== undefined && groups.length === 0)
    throw new AwsError(
      "InvalidParameterCombinationException",
      operation,
      "A subnet needs security groups beside it.",
    );
}
