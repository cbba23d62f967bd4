import { defineRule } from "../../rule";
import { findKey, references, remedy } from "../keyPair";
import { eachOf } from "../values";

export const spotFleetNoKeyPair = defineRule({
  id: "ec2-spot-fleet-no-key-pair",
  title: "Spot Fleets launch no instance with an SSH key pair.",
  severity: "medium",
  type: "aws:ec2/spotFleetRequest:SpotFleetRequest",
  remedy,
  references,
  evaluate: ({ launchSpecifications }, separately) =>
    separately(
      ...eachOf(launchSpecifications, ({ keyName }, index) =>
        findKey(keyName, `launchSpecifications[${index}].keyName`),
      ),
    ),
  examples: {
    pass: [
      {
        name: "describes no instance itself",
        properties: { iamFleetRole: "arn:aws:iam::111122223333:role/fleet", targetCapacity: 2 },
      },
    ],
    fail: [
      {
        name: "has a key pair",
        properties: {
          iamFleetRole: "arn:aws:iam::111122223333:role/fleet",
          targetCapacity: 2,
          launchSpecifications: [{ ami: "ami-0123456789abcdef0", instanceType: "t3.micro", keyName: "ops" }],
        },
        finds: ["launchSpecifications[0].keyName: expected no key pair, got a string of 3 characters"],
      },
    ],
  },
});
