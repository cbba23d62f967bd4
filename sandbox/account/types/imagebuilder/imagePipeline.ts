import type { AccountView } from "../../accountView";
import type { ResourceType } from "../../resourceType";
import type { Properties } from "../../values";
import { block, given, text } from "../reading";
import { tokens } from "../tokens";
import { builderArn, refuseSecond, requireByArn } from "./references";

const recipes = ["containerRecipeArn", "imageRecipeArn"];

/** A pipeline. Not modelled: its runs, and with them `dateLastRun` and `dateNextRun`; container recipes. */
export const imagePipeline: ResourceType = {
  token: tokens.imagePipeline,
  source: "internal/service/imagebuilder/image_pipeline.go",
  replaceOn: ["name"],
  autoName: { property: "name", maxLength: 128 },
  defaults: { enhancedImageMetadataEnabled: true, status: "ENABLED" },
  computed: [
    "arn",
    "dateCreated",
    "dateLastRun",
    "dateNextRun",
    "dateUpdated",
    "imageScanningConfiguration",
    "imageTestsConfiguration",
    "platform",
    "workflows",
  ],
  validate: (inputs) =>
    recipes.filter((name) => given(inputs, name)).length === 1
      ? []
      : [{ property: "imageRecipeArn", reason: `expected exactly one of ${recipes.join(", ")}` }],
  create(inputs, account) {
    const operation = "Image Builder: CreateImagePipeline";
    const arn = builderArn(account, "image-pipeline", inputs);
    refuseSecond(account, operation, tokens.imagePipeline, arn);
    requireParts(inputs, account, operation);
    return {
      id: arn,
      outputs: {
        arn,
        dateCreated: account.now(),
        dateLastRun: "",
        dateNextRun: "",
        dateUpdated: account.now(),
        imageScanningConfiguration: block(inputs, "imageScanningConfiguration") ?? {},
        imageTestsConfiguration: block(inputs, "imageTestsConfiguration") ?? {
          imageTestsEnabled: true,
          timeoutMinutes: 720,
        },
        platform: "Linux",
        workflows: inputs.workflows ?? [],
      },
    };
  },
  update(_id, _olds, news, account) {
    requireParts(news, account, "Image Builder: UpdateImagePipeline");
    return { dateUpdated: account.now() };
  },
};

function requireParts(inputs: Properties, account: AccountView, operation: string): void {
  const recipe = text(inputs, "imageRecipeArn") ?? "";
  requireByArn(account, operation, tokens.imageRecipe, recipe);
  const infrastructure = text(inputs, "infrastructureConfigurationArn") ?? "";
  requireByArn(account, operation, tokens.infrastructureConfiguration, infrastructure);
  const distribution = text(inputs, "distributionConfigurationArn");
  if (distribution !== undefined)
    requireByArn(account, operation, tokens.distributionConfiguration, distribution);
}
