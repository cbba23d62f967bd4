import type { Pack } from "../pack";
import { encryptionByDefaultEnabled } from "./rules/encryptionByDefaultEnabled";
import { instanceEbsEncrypted } from "./rules/instanceEbsEncrypted";
import { launchTemplateEbsEncrypted } from "./rules/launchTemplateEbsEncrypted";
import { volumeEncrypted } from "./rules/volumeEncrypted";

export const encryption: Pack = {
  name: "encryption",
  description: "What holds data is encrypted at rest.",
  rules: [launchTemplateEbsEncrypted, instanceEbsEncrypted, volumeEncrypted, encryptionByDefaultEnabled],
};
