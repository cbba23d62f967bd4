import { defineRule } from "../../rule";
import { findKey, references, remedy } from "../keyPair";

export const imageBuilderNoKeyPair = defineRule({
  id: "imagebuilder-infrastructure-no-key-pair",
  title: "Instances that build images have no SSH key pair.",
  severity: "medium",
  type: "aws:imagebuilder/infrastructureConfiguration:InfrastructureConfiguration",
  remedy,
  references,
  evaluate: ({ keyPair }) => findKey(keyPair, "keyPair"),
  examples: {
    pass: [{ name: "has no key pair", properties: { instanceProfileName: "build" } }],
    fail: [
      {
        name: "has a key pair",
        properties: { instanceProfileName: "build", keyPair: "ops" },
        finds: ["keyPair: expected no key pair, got a string of 3 characters"],
      },
    ],
  },
});
