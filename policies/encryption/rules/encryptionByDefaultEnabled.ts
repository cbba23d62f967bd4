import { Got } from "../../got";
import { defineRule } from "../../rule";

export const encryptionByDefaultEnabled = defineRule({
  id: "ebs-encryption-by-default-enabled",
  title: "The account encrypts new EBS volumes whether or not their declaration asks for it.",
  severity: "high",
  type: "aws:ebs/encryptionByDefault:EncryptionByDefault",
  remedy: "Set enabled to true, or leave it out.",
  fsbp: "EC2.7",
  references: [
    {
      title: "Enable Amazon EBS encryption by default",
      url: "https://docs.aws.amazon.com/ebs/latest/userguide/encryption-by-default.html",
    },
  ],
  evaluate: ({ enabled }) => {
    // The provider's default is true: declaring the resource is asking for encryption.
    if (enabled == null || enabled === true) return [];
    return [{ path: "enabled", expected: "true", got: Got.of(enabled) }];
  },
  examples: {
    pass: [
      { name: "switches encryption by default on", properties: { enabled: true } },
      { name: "leaves the switch out, which is on", properties: {} },
    ],
    fail: [
      {
        name: "switches encryption by default off",
        properties: { enabled: false },
        finds: ["enabled: expected true, got false"],
      },
    ],
  },
});
