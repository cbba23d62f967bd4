import type { ResourceType } from "../../resourceType";
import type { Properties } from "../../values";
import { regionalArn } from "../arn";
import { block, given, text } from "../reading";
import { tokens } from "../tokens";
import { requireByArn } from "./references";

const CREATE = "Image Builder: CreateImage";
const recipes = ["containerRecipeArn", "imageRecipeArn"];

/**
 * A build of an image, which ends at once and well. Not modelled: the minutes that it takes, builds and tests that fail,
 * container images, and the AMI itself, which stays in EC2 when the image is deleted.
 */
export const builtImage: ResourceType = {
  token: tokens.builtImage,
  source: "internal/service/imagebuilder/image.go",
  replaceOn: [
    "containerRecipeArn",
    "distributionConfigurationArn",
    "enhancedImageMetadataEnabled",
    "imageRecipeArn",
    "imageTestsConfiguration",
    "infrastructureConfigurationArn",
  ],
  autoName: "none",
  defaults: { enhancedImageMetadataEnabled: true },
  computed: [
    "arn",
    "dateCreated",
    "executionRole",
    "imageScanningConfiguration",
    "imageTestsConfiguration",
    "name",
    "osVersion",
    "outputResources",
    "platform",
    "version",
    "workflows",
  ],
  validate: (inputs) =>
    recipes.filter((name) => given(inputs, name)).length === 1
      ? []
      : [{ property: "imageRecipeArn", reason: `expected exactly one of ${recipes.join(", ")}` }],
  create(inputs, account) {
    const recipe = requireByArn(
      account,
      CREATE,
      tokens.imageRecipe,
      text(inputs, "imageRecipeArn") ?? "",
    ).properties;
    requireByArn(
      account,
      CREATE,
      tokens.infrastructureConfiguration,
      text(inputs, "infrastructureConfigurationArn") ?? "",
    );
    const distribution = text(inputs, "distributionConfigurationArn");
    if (distribution !== undefined)
      requireByArn(account, CREATE, tokens.distributionConfiguration, distribution);
    const name = text(recipe, "name") ?? "";
    const version = text(recipe, "version") ?? "";
    const ofVersion = regionalArn(account, "imagebuilder", `image/${name}/${version}/`);
    const builds = account.all(tokens.builtImage).filter(({ id }) => id.startsWith(ofVersion)).length;
    const arn = `${ofVersion}${builds + 1}`;
    const ami: Properties = {
      accountId: account.accountId,
      description: "",
      image: account.newId("ami"),
      name: `${name} ${account.now()}`,
      region: account.region,
    };
    return {
      id: arn,
      outputs: {
        arn,
        dateCreated: account.now(),
        executionRole: text(inputs, "executionRole") ?? "",
        imageScanningConfiguration: block(inputs, "imageScanningConfiguration") ?? {},
        imageTestsConfiguration: block(inputs, "imageTestsConfiguration") ?? {
          imageTestsEnabled: true,
          timeoutMinutes: 720,
        },
        name,
        osVersion: "",
        outputResources: [{ amis: [ami], containers: [] }],
        platform: "Linux",
        version: `${version}/${builds + 1}`,
        workflows: inputs.workflows ?? [],
      },
    };
  },
};
