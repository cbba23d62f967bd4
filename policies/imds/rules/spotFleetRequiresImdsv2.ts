import { Got } from "../../got";
import { defineRule } from "../../rule";

export const spotFleetRequiresImdsv2 = defineRule({
  id: "ec2-spot-fleet-requires-imdsv2",
  title: "Spot fleets launch from templates, because only a template can require IMDSv2 of their instances.",
  severity: "high",
  type: "aws:ec2/spotFleetRequest:SpotFleetRequest",
  remedy: "Replace launchSpecifications by launchTemplateConfigs with a template that requires IMDSv2.",
  references: [
    {
      title: "SpotFleetLaunchSpecification, which has no metadata options",
      url: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_SpotFleetLaunchSpecification.html",
    },
  ],
  evaluate: ({ launchSpecifications }) => {
    if (launchSpecifications == null || launchSpecifications.length === 0) return [];
    const got = Got.of(launchSpecifications);
    return [{ path: "launchSpecifications", expected: "launchTemplateConfigs instead", got }];
  },
  examples: {
    pass: [
      {
        name: "launches from a template",
        properties: {
          iamFleetRole: "arn:aws:iam::111122223333:role/fleet",
          targetCapacity: 2,
          launchTemplateConfigs: [
            { launchTemplateSpecification: { id: "lt-0123456789abcdef0", version: "3" } },
          ],
        },
      },
    ],
    fail: [
      {
        name: "describes its instances itself",
        properties: {
          iamFleetRole: "arn:aws:iam::111122223333:role/fleet",
          targetCapacity: 2,
          launchSpecifications: [{ ami: "ami-0123456789abcdef0", instanceType: "t3.micro" }],
        },
        finds: ["launchSpecifications: expected launchTemplateConfigs instead, got a list of 1"],
      },
    ],
  },
});
