import type { ResourceType } from "../../resourceType";
import type { Properties } from "../../values";
import { text } from "../reading";
import { tokens } from "../tokens";

/** One tag of something that another owns, such as an AMI. Not modelled: whether that exists. */
export const tag: ResourceType = {
  token: tokens.ec2Tag,
  source: "internal/service/ec2/tag_gen.go",
  replaceOn: ["key", "resourceId"],
  autoName: "none",
  computed: [],
  create: (inputs) => ({ id: tagId(inputs), outputs: {} }),
  naturalId: tagId,
};

/** The provider's own id. */
function tagId(inputs: Properties): string {
  return `${text(inputs, "resourceId") ?? ""},${text(inputs, "key") ?? ""}`;
}
