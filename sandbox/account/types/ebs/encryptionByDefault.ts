import type { ResourceType } from "../../resourceType";
import type { Properties } from "../../values";
import { text } from "../reading";
import { tokens } from "../tokens";

export const encryptionByDefault: ResourceType = {
  token: tokens.encryptionByDefault,
  source: "internal/service/ec2/ebs_encryption_by_default.go",
  replaceOn: [],
  defaults: { enabled: true },
  computed: [],
  create: (inputs) => ({ id: settingId(inputs), outputs: {} }),
  naturalId: settingId,
};

/** AWS has one setting a region and no id for it; the provider makes one up. One made of the region can be found. */
function settingId(inputs: Properties): string {
  return `ebs-encryption-by-default-${text(inputs, "region") ?? ""}`;
}
