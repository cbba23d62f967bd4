import type { Declaration } from "../schema/shape";
import { containsUnknown, isProperties, UNKNOWN } from "../unknown";
import type { Properties } from "../values";

/**
 * The inputs with `tagsAll`, the provider's default tags overlaid with the resource's own, as pulumi-aws computes it
 * in Check (`applyTags` of provider/tags.go): one unknown tag makes all of it unknown, and no tag at all makes it {}.
 */
export function applyTagsAll(
  declaration: Declaration,
  inputs: Properties,
  defaultTags: Properties,
): Properties {
  if (!declaration.outputs.includes("tagsAll") || !declaration.outputs.includes("tags")) return inputs;
  const { tags = {} } = inputs;
  if (containsUnknown(tags) || containsUnknown(defaultTags)) return { ...inputs, tagsAll: UNKNOWN };
  return { ...inputs, tagsAll: { ...defaultTags, ...(isProperties(tags) ? tags : {}) } };
}
