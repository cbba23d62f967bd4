import { defineRule, type Finding } from "../../rule";
import { eachOf } from "../../values";
import { findMoving } from "./pinnedTemplateVersion";

interface Specification {
  readonly version?: string | undefined;
}

interface FleetRequest {
  /** Of an instance or a node group. */
  readonly launchTemplate?: Specification | undefined;
  /** Of Batch. */
  readonly computeResources?: { readonly launchTemplate?: Specification | undefined } | undefined;
  readonly launchTemplateConfigs?:
    | readonly {
        readonly launchTemplateSpecification?: Specification | undefined;
      }[]
    | undefined;
}

const nodes = {
  clusterName: "main",
  nodeRoleArn: "arn:aws:iam::111122223333:role/nodes",
  subnetIds: ["subnet-0123456789abcdef0"],
  scalingConfig: { minSize: 1, maxSize: 2, desiredSize: 1 },
};

export const fleetPinnedTemplateVersion = defineRule({
  id: "ec2-fleet-pinned-template-version",
  title:
    "Fleets, instances, node groups and Batch launch from a numbered template version, so that what runs is what was reviewed.",
  severity: "medium",
  type: [
    "aws:ec2/fleet:Fleet",
    "aws:ec2/spotFleetRequest:SpotFleetRequest",
    "aws:ec2/instance:Instance",
    "aws:eks/nodeGroup:NodeGroup",
    "aws:batch/computeEnvironment:ComputeEnvironment",
  ],
  remedy: "Set the version to the template's latestVersion, as text.",
  references: [
    {
      title: "FleetLaunchTemplateSpecificationRequest",
      url: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_FleetLaunchTemplateSpecificationRequest.html",
    },
  ],
  evaluate: (request: FleetRequest, separately) =>
    separately(
      () => findMovingIn(request.launchTemplate, "launchTemplate"),
      () => findMovingIn(request.computeResources?.launchTemplate, "computeResources.launchTemplate"),
      ...eachOf(request.launchTemplateConfigs, ({ launchTemplateSpecification: own }, index) =>
        findMovingIn(own, `launchTemplateConfigs[${index}].launchTemplateSpecification`),
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
      { name: "is an instance without a template", type: "aws:ec2/instance:Instance", properties: {} },
      {
        name: "is a node group that pins the number of a version",
        type: "aws:eks/nodeGroup:NodeGroup",
        properties: { ...nodes, launchTemplate: { id: "lt-0123456789abcdef0", version: "3" } },
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
      {
        name: "is an instance that leaves the version out, which is $Default",
        type: "aws:ec2/instance:Instance",
        properties: { launchTemplate: { id: "lt-0123456789abcdef0" } },
        finds: ["launchTemplate.version: expected the number of a version, got no value"],
      },
      {
        name: "is a node group that follows the latest version",
        type: "aws:eks/nodeGroup:NodeGroup",
        properties: { ...nodes, launchTemplate: { id: "lt-0123456789abcdef0", version: "$Latest" } },
        finds: ['launchTemplate.version: expected the number of a version, got "$Latest"'],
      },
      {
        name: "is of Batch and leaves the version out",
        type: "aws:batch/computeEnvironment:ComputeEnvironment",
        properties: {
          type: "MANAGED",
          computeResources: {
            type: "EC2",
            maxVcpus: 16,
            subnets: ["subnet-0123456789abcdef0"],
            launchTemplate: { launchTemplateId: "lt-0123456789abcdef0" },
          },
        },
        finds: ["computeResources.launchTemplate.version: expected the number of a version, got no value"],
      },
    ],
  },
});

function findMovingIn(specification: Specification | null | undefined, path: string): readonly Finding[] {
  return specification == null ? [] : findMoving(specification.version, path);
}
