import { defineRule } from "../../rule";
import { findPublicAddress } from "../publicAddress";
import { eachOf } from "../values";

export const spotFleetNoPublicIp = defineRule({
  id: "ec2-spot-fleet-no-public-ip",
  title: "Spot Fleets launch no instance with a public address.",
  severity: "high",
  type: "aws:ec2/spotFleetRequest:SpotFleetRequest",
  remedy: "Set associatePublicIpAddress to false in each launch specification.",
  fsbp: "EC2.9",
  references: [
    {
      title: "EC2.9: instances should not have a public IPv4 address",
      url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-9",
    },
  ],
  evaluate: ({ launchSpecifications }, separately) =>
    separately(
      ...eachOf(launchSpecifications, ({ associatePublicIpAddress }, index) =>
        findPublicAddress(
          associatePublicIpAddress,
          `launchSpecifications[${index}].associatePublicIpAddress`,
        ),
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
        name: "asks for one",
        properties: {
          iamFleetRole: "arn:aws:iam::111122223333:role/fleet",
          targetCapacity: 2,
          launchSpecifications: [
            { ami: "ami-0123456789abcdef0", instanceType: "t3.micro", associatePublicIpAddress: true },
          ],
        },
        finds: ["launchSpecifications[0].associatePublicIpAddress: expected false, got true"],
      },
    ],
  },
});
