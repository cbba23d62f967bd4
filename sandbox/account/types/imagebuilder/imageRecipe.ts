import type { ResourceType } from "../../resourceType";
import { findDependents } from "../dependents";
import { block, blocks, text } from "../reading";
import { tokens } from "../tokens";
import { builderArn, checkVersion, refuseInUse, refuseSecond, requireByArn } from "./references";

const CREATE = "Image Builder: CreateImageRecipe";

/** A recipe: what an image is made of. Not modelled: parameters of components; images of other accounts as parents. */
export const imageRecipe: ResourceType = {
  token: tokens.imageRecipe,
  source: "internal/service/imagebuilder/image_recipe.go",
  replaceOn: [
    "amiTags",
    "blockDeviceMappings",
    "components",
    "description",
    "name",
    "parentImage",
    "systemsManagerAgent",
    "userDataBase64",
    "version",
    "workingDirectory",
  ],
  unordered: ["blockDeviceMappings"],
  autoName: { property: "name", maxLength: 128 },
  computed: ["arn", "dateCreated", "owner", "platform", "systemsManagerAgent", "userDataBase64"],
  validate: checkVersion,
  create(inputs, account) {
    const arn = builderArn(account, "image-recipe", inputs);
    refuseSecond(account, CREATE, tokens.imageRecipe, arn);
    for (const used of blocks(inputs, "components"))
      requireByArn(account, CREATE, tokens.imageComponent, text(used, "componentArn") ?? "");
    const parent = text(inputs, "parentImage") ?? "";
    if (parent.startsWith("arn:")) requireByArn(account, CREATE, tokens.builtImage, parent);
    return {
      id: arn,
      outputs: {
        arn,
        dateCreated: account.now(),
        owner: account.accountId,
        platform: "Linux",
        systemsManagerAgent: block(inputs, "systemsManagerAgent") ?? { uninstallAfterBuild: false },
        userDataBase64: text(inputs, "userDataBase64") ?? "",
      },
    };
  },
  remove(id, _properties, account) {
    const uses = [
      { token: tokens.builtImage, path: "imageRecipeArn" },
      { token: tokens.imagePipeline, path: "imageRecipeArn" },
    ];
    refuseInUse("Image Builder: DeleteImageRecipe", id, findDependents(account, id, uses));
  },
};
