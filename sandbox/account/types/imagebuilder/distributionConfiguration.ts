import type { ResourceType } from "../../resourceType";
import { findDependents } from "../dependents";
import { tokens } from "../tokens";
import { builderArn, refuseInUse, refuseSecond } from "./references";

/** Where built images go. Not modelled: the distribution itself, to other regions and accounts. */
export const distributionConfiguration: ResourceType = {
  token: tokens.distributionConfiguration,
  source: "internal/service/imagebuilder/distribution_configuration.go",
  replaceOn: ["name"],
  unordered: ["distributions"],
  autoName: { property: "name", maxLength: 126 },
  computed: ["arn", "dateCreated", "dateUpdated"],
  create(inputs, account) {
    const arn = builderArn(account, "distribution-configuration", inputs);
    const operation = "Image Builder: CreateDistributionConfiguration";
    refuseSecond(account, operation, tokens.distributionConfiguration, arn);
    return { id: arn, outputs: { arn, dateCreated: account.now(), dateUpdated: "" } };
  },
  update: (_id, _olds, _news, account) => ({ dateUpdated: account.now() }),
  remove(id, _properties, account) {
    const uses = [{ token: tokens.imagePipeline, path: "distributionConfigurationArn" }];
    const operation = "Image Builder: DeleteDistributionConfiguration";
    refuseInUse(operation, id, findDependents(account, id, uses));
  },
};
