import assert from "node:assert/strict";
import { group } from "../../../../../sandbox/account/types/autoscaling/group";
import { launchTemplate } from "../../../../../sandbox/account/types/ec2/launchTemplate";
import { securityGroup } from "../../../../../sandbox/account/types/ec2/securityGroup";
import { subnet } from "../../../../../sandbox/account/types/ec2/subnet";
import type { Properties } from "../../../../../sandbox/account/values";
import { failures, network, refuses, type Simulation, simulation } from "../simulation";

const CREATE = "Auto Scaling: CreateAutoScalingGroup";
const fullyFormed = "You must use a valid fully-formed launch template.";
const imageId = "ami-0123456789abcdef0";

describe("Auto Scaling groups of the simulated account", () => {
  let aws: Simulation;
  let subnetIds: readonly [string, string];
  let securityGroupId: string;
  beforeEach(() => {
    aws = simulation();
    ({ subnetIds, securityGroupId } = network(aws));
  });
  const template = (changes: Properties = {}) =>
    aws.create(launchTemplate, { name: "web", imageId, instanceType: "t3.micro", ...changes });
  const inputs = (changes: Properties = {}): Properties => ({
    name: "web",
    minSize: 2,
    maxSize: 10,
    vpcZoneIdentifiers: subnetIds,
    ...changes,
  });

  it("start at their minimum when the program leaves the desired capacity to AWS", () => {
    const { properties } = aws.create(group, inputs({ launchTemplate: { id: template().id, version: "1" } }));
    assert.equal(properties.desiredCapacity, 2);
    assert.deepEqual(properties.availabilityZones, ["eu-west-1a", "eu-west-1b"]);
  });

  it("keep what runs on an update, inside the new bounds", () => {
    const reference = { launchTemplate: { id: template().id, version: "1" } };
    const entry = aws.create(group, inputs(reference));
    const scaled = { ...entry, properties: { ...entry.properties, desiredCapacity: 6 } };
    assert.equal(
      aws.update(group, scaled, inputs({ ...reference, maxSize: 9 })).properties.desiredCapacity,
      6,
    );
    assert.equal(
      aws.update(group, scaled, inputs({ ...reference, maxSize: 4 })).properties.desiredCapacity,
      4,
    );
    assert.equal(
      aws.update(group, scaled, inputs({ ...reference, minSize: 8 })).properties.desiredCapacity,
      8,
    );
  });

  for (const { title, change, detail } of [
    {
      title: "a minimum above the maximum",
      change: { minSize: 3, maxSize: 2 },
      detail: "Max bound, 2, must be greater than or equal to min bound, 3",
    },
    {
      title: "a desired capacity outside its bounds",
      change: { desiredCapacity: 11 },
      detail: "Desired capacity:11 must be between the specified min size:2 and max size:10",
    },
    {
      title: "a subnet that does not exist",
      change: { vpcZoneIdentifiers: ["subnet-0"] },
      detail: "The subnet ID 'subnet-0' does not exist",
    },
    {
      title: "neither subnets nor zones",
      change: { vpcZoneIdentifiers: [] },
      detail: "At least one Availability Zone or VPC Subnet is required.",
    },
    {
      title: "a target group that does not exist",
      change: { targetGroupArns: ["arn:none"] },
      detail: "Provided Target Groups may not be valid. Please ensure they exist and try again. (arn:none)",
    },
    {
      title: "a template that does not exist",
      change: { launchTemplate: { id: "lt-0", version: "1" } },
      detail: `${fullyFormed} The specified launch template, with template ID lt-0, does not exist.`,
    },
  ])
    it(`refuse ${title}, with ValidationError`, () => {
      const launchTemplate = { id: template().id, version: "1" };
      refuses(
        () => aws.create(group, inputs({ launchTemplate, ...change })),
        "ValidationError",
        CREATE,
        detail,
      );
    });

  it("take a version number that exists, $Latest and $Default, and no other", () => {
    const { id } = template();
    for (const version of ["1", "$Latest", "$Default"])
      aws.create(group, inputs({ name: version, launchTemplate: { id, version } }));
    for (const version of ["2", "0", "latest"])
      refuses(
        () => aws.create(group, inputs({ launchTemplate: { id, version } })),
        "ValidationError",
        CREATE,
        `${fullyFormed} Could not find the specified version ${version} for the launch template with ID ${id}.`,
      );
  });

  describe("refuse a template that EC2 could not launch from, in EC2's words:", () => {
    for (const { title, content, detail } of [
      {
        title: "three interfaces on a t3.micro",
        content: { networkInterfaces: [0, 1, 2].map((deviceIndex) => ({ deviceIndex })) },
        detail: "Interface count 3 exceeds the limit for t3.micro",
      },
      {
        title: "a public address with two interfaces",
        content: {
          networkInterfaces: [{ deviceIndex: 0, associatePublicIpAddress: "true" }, { deviceIndex: 1 }],
        },
        detail:
          "The associatePublicIPAddress parameter cannot be specified when launching with multiple network interfaces.",
      },
      {
        title: "two interfaces at one index",
        content: { networkInterfaces: [{ deviceIndex: 0 }, { deviceIndex: 0 }] },
        detail: "Each network interface requires a unique device index: 0/0 is used twice.",
      },
      {
        title: "security groups inside and outside the interface",
        content: { networkInterfaces: [{ deviceIndex: 0 }], vpcSecurityGroupIds: ["sg-0"] },
        detail:
          "Network interfaces and an instance-level security groups may not be specified on the same request",
      },
      {
        title: "a security group that does not exist",
        content: { vpcSecurityGroupIds: ["sg-0"] },
        detail: "The security group 'sg-0' does not exist",
      },
      {
        title: "an instance profile that does not exist",
        content: { iamInstanceProfile: { name: "none" } },
        detail:
          "Value (none) for parameter iamInstanceProfile.name is invalid. Invalid IAM Instance Profile name",
      },
      {
        title: "no image",
        content: { imageId: "" },
        detail: "The request must contain the parameter ImageId",
      },
    ])
      it(title, () => {
        const launchTemplate = { id: template(content).id, version: "$Latest" };
        refuses(
          () => aws.create(group, inputs({ launchTemplate })),
          "ValidationError",
          CREATE,
          `${fullyFormed} ${detail}`,
        );
      });
  });

  it("refuse a name that is taken, with AlreadyExists", () => {
    const reference = { launchTemplate: { id: template().id } };
    aws.create(group, inputs(reference));
    refuses(
      () => aws.create(group, inputs(reference)),
      "AlreadyExists",
      CREATE,
      "AutoScalingGroup by this name already exists - A group with the name web already exists",
    );
  });

  it("hold their subnets, and the security groups that their template puts on instances", () => {
    const launchTemplate = { id: template({ vpcSecurityGroupIds: [securityGroupId] }).id };
    const entry = aws.create(group, inputs({ launchTemplate }));
    const held = { token: securityGroup.token, id: securityGroupId, properties: {} };
    refuses(
      () => aws.remove(securityGroup, held),
      "DependencyViolation",
      "EC2: DeleteSecurityGroup",
      `resource ${securityGroupId} has a dependent object`,
    );
    refuses(
      () => aws.remove(subnet, { token: subnet.token, id: subnetIds[0], properties: {} }),
      "DependencyViolation",
      "EC2: DeleteSubnet",
      `The subnet '${subnetIds[0]}' has dependencies and cannot be deleted.`,
    );
    aws.remove(group, entry);
    aws.remove(securityGroup, held);
  });

  it("need exactly one source of instances", () => {
    const reason = "expected exactly one of launchConfiguration, launchTemplate, mixedInstancesPolicy";
    assert.deepEqual(failures(group, inputs()), [{ property: "launchTemplate", reason }]);
  });
});
