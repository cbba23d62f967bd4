import type { BrokenResource } from "../brokenStack";

/** What launches instances, and what they stand in. */
export const brokenCompute: readonly BrokenResource[] = [
  {
    name: "public-template",
    type: "aws:ec2/launchTemplate:LaunchTemplate",
    properties: {
      metadataOptions: { httpTokens: "required" },
      blockDeviceMappings: [{ deviceName: "/dev/xvda", ebs: { encrypted: "true" } }],
      networkInterfaces: [{ deviceIndex: 0, associatePublicIpAddress: "true" }],
      keyName: "ops",
      tags: { "bakeline:image-built": "2020-01-01" },
      userData: "Y3VybCBodHRwOi8vMTY5LjI1NC4xNjkuMjU0L2xhdGVzdC9tZXRhLWRhdGEvdGFncy9pbnN0YW5jZS9yb2xl",
    },
    violates: [
      "ec2-image-age",
      "ec2-instance-no-key-pair",
      "ec2-launch-template-no-public-ip",
      "ec2-launch-template-tags-in-metadata",
    ],
  },
  {
    name: "public-instance",
    type: "aws:ec2/instance:Instance",
    properties: {
      ami: "ami-0123456789abcdef0",
      instanceType: "t3.micro",
      metadataOptions: { httpTokens: "required" },
      rootBlockDevice: { encrypted: true },
      associatePublicIpAddress: true,
      sourceDestCheck: false,
      userData: "curl http://169.254.169.254/latest/meta-data/tags/instance/role",
    },
    violates: [
      "ec2-instance-no-public-ip",
      "ec2-instance-tags-in-metadata",
      "ec2-interface-source-dest-check",
    ],
  },
  {
    name: "open-configuration",
    type: "aws:ec2/launchConfiguration:LaunchConfiguration",
    properties: {
      imageId: "ami-0123456789abcdef0",
      instanceType: "t3.micro",
      metadataOptions: { httpTokens: "optional", httpPutResponseHopLimit: 2 },
    },
    violates: [
      "autoscaling-launch-configuration-hop-limit",
      "autoscaling-launch-configuration-requires-imdsv2",
    ],
  },
  {
    name: "open-spot-fleet",
    type: "aws:ec2/spotFleetRequest:SpotFleetRequest",
    properties: {
      iamFleetRole: "arn:aws:iam::111122223333:role/fleet",
      targetCapacity: 2,
      launchSpecifications: [
        {
          ami: "ami-0123456789abcdef0",
          instanceType: "t3.micro",
          associatePublicIpAddress: true,
          keyName: "ops",
        },
      ],
    },
    violates: ["ec2-spot-fleet-no-key-pair", "ec2-spot-fleet-no-public-ip", "ec2-spot-fleet-requires-imdsv2"],
  },
  {
    name: "moving-fleet",
    type: "aws:ec2/fleet:Fleet",
    properties: {
      targetCapacitySpecification: { totalTargetCapacity: 2, defaultTargetCapacityType: "spot" },
      launchTemplateConfigs: [
        { launchTemplateSpecification: { launchTemplateId: "lt-0123456789abcdef0", version: "$Latest" } },
      ],
    },
    violates: ["ec2-fleet-pinned-template-version"],
  },
  {
    name: "moving-group",
    type: "aws:autoscaling/group:Group",
    properties: {
      minSize: 1,
      maxSize: 2,
      vpcZoneIdentifiers: ["subnet-0123456789abcdef0"],
      launchTemplate: { id: "lt-0123456789abcdef0", version: "$Latest" },
      loadBalancers: ["classic"],
    },
    violates: [
      "autoscaling-group-elb-health-check",
      "autoscaling-group-pinned-template-version",
      "autoscaling-group-spans-zones",
    ],
  },
  {
    name: "late-hook",
    type: "aws:autoscaling/lifecycleHook:LifecycleHook",
    properties: {
      autoscalingGroupName: "elsewhere",
      lifecycleTransition: "autoscaling:EC2_INSTANCE_LAUNCHING",
    },
    violates: ["autoscaling-launch-hook-is-initial"],
  },
  {
    name: "open-builder",
    type: "aws:imagebuilder/infrastructureConfiguration:InfrastructureConfiguration",
    properties: { instanceProfileName: "build", keyPair: "ops" },
    violates: ["imagebuilder-infrastructure-no-key-pair", "imagebuilder-infrastructure-requires-imdsv2"],
  },
  {
    name: "any-image",
    type: "aws:ec2/allowedImagesSettings:AllowedImagesSettings",
    properties: { state: "disabled" },
    violates: ["ec2-allowed-images-by-owner-and-age"],
  },
  {
    name: "public-subnet",
    type: "aws:ec2/subnet:Subnet",
    properties: { vpcId: "vpc-0123456789abcdef0", cidrBlock: "10.0.0.0/24", mapPublicIpOnLaunch: true },
    violates: ["ec2-subnet-no-public-ip"],
  },
  {
    name: "idle-address",
    type: "aws:ec2/eip:Eip",
    properties: { domain: "vpc" },
    violates: ["ec2-eip-in-use"],
  },
];
