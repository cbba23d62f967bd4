import { defineRule } from "../../rule";
import { findKey, references, remedy } from "../keyPair";

interface Launch {
  readonly keyName?: string | undefined;
}

export const noKeyPair = defineRule({
  id: "ec2-instance-no-key-pair",
  title: "Instances have no SSH key pair: a key is shared, never expires and tells nobody who used it.",
  severity: "medium",
  type: [
    "aws:ec2/instance:Instance",
    "aws:ec2/launchTemplate:LaunchTemplate",
    "aws:ec2/launchConfiguration:LaunchConfiguration",
    "aws:ec2/spotInstanceRequest:SpotInstanceRequest",
  ],
  remedy,
  references,
  evaluate: ({ keyName }: Launch) => findKey(keyName, "keyName"),
  examples: {
    pass: [
      { name: "has no key pair", properties: {} },
      { name: "has an empty name in its place", properties: { keyName: "" } },
    ],
    fail: [
      {
        name: "has a key pair",
        properties: { keyName: "ops" },
        finds: ["keyName: expected no key pair, got a string of 3 characters"],
      },
      {
        name: "is a template with a key pair",
        type: "aws:ec2/launchTemplate:LaunchTemplate",
        properties: { keyName: "ops" },
        finds: ["keyName: expected no key pair, got a string of 3 characters"],
      },
    ],
  },
});
