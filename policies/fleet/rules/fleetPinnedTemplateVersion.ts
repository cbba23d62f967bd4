import { defineRule } from "../../rule";
import { eachOf } from "../values";
import { findMoving } from "./pinnedTemplateVersion";

interface FleetRequest {
  readonly launchTemplateConfigs?:
    | readonly {
        readonly launchTemplateSpecification?: { readonly version?: string | undefined } | undefined;
      }[]
    | undefined;
}

export const fleetPinnedTemplateVersion = defineRule({
  id: "ec2-fleet-pinned-template-version",
  title: "Fleets launch from a numbered template version, so that what runs is what was reviewed.",
  severity: "medium",
  type: ["aws:ec2/fleet:Fleet", "aws:ec2/spotFleetRequest:SpotFleetRequest"],
  remedy: "Set the version to the template's latestVersion, as text.",
  references: [
    {
      title: "FleetLaunchTemplateSpecificationRequest",
      url: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_FleetLaunchTemplateSpecificationRequest.html",
    },
  ],
  evaluate: ({ launchTemplateConfigs }: FleetRequest, separately) =>
    separately(
      ...eachOf(launchTemplateConfigs, ({ launchTemplateSpecification: own }, index) =>
        own == null
          ? []
          : findMoving(own.version, `launchTemplateConfigs[${index}].launchTemplateSpecification`),
      ),
    ),
  examples: {
    pass: [
      {
        name: "pins the number of a version",
        properties: {
          targetCapacitySpecification: { totalTargetCapacity: 2, defaultTargetCapacityType: "spot" },
          launchTemplateConfigs: [
            { launchTemplateSpecification: { launchTemplateId: "lt-0123456789abcdef0", version: "3" } },
          ],
        },
      },
      {
        name: "is a Spot Fleet without a template",
        type: "aws:ec2/spotFleetRequest:SpotFleetRequest",
        properties: { iamFleetRole: "arn:aws:iam::111122223333:role/fleet", targetCapacity: 2 },
      },
    ],
    fail: [
      {
        name: "follows the latest version",
        properties: {
          targetCapacitySpecification: { totalTargetCapacity: 2, defaultTargetCapacityType: "spot" },
          launchTemplateConfigs: [
            { launchTemplateSpecification: { launchTemplateId: "lt-0123456789abcdef0", version: "$Latest" } },
          ],
        },
        finds: [
          'launchTemplateConfigs[0].launchTemplateSpecification.version: expected the number of a version, got "$Latest"',
        ],
      },
    ],
  },
});
