import { defineRule } from "../../rule";
import { findPublicAddress } from "../publicAddress";

interface Launch {
  readonly associatePublicIpAddress?: boolean | undefined;
}

export const instanceNoPublicIp = defineRule({
  id: "ec2-instance-no-public-ip",
  title:
    "Instances have no public address: what they serve is behind a load balancer, people come by Session Manager.",
  severity: "high",
  type: [
    "aws:ec2/instance:Instance",
    "aws:ec2/spotInstanceRequest:SpotInstanceRequest",
    "aws:ec2/launchConfiguration:LaunchConfiguration",
  ],
  remedy: "Set associatePublicIpAddress to false.",
  fsbp: "EC2.9",
  references: [
    {
      title: "EC2.9: instances should not have a public IPv4 address",
      url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-9",
    },
    {
      title: "AutoScaling.5: instances launched by launch configurations should not have public addresses",
      url: "https://docs.aws.amazon.com/securityhub/latest/userguide/autoscaling-controls.html#autoscaling-5",
    },
  ],
  evaluate: ({ associatePublicIpAddress }: Launch) =>
    findPublicAddress(associatePublicIpAddress, "associatePublicIpAddress"),
  examples: {
    pass: [
      { name: "asks for none", properties: { associatePublicIpAddress: false } },
      { name: "leaves it to the subnet", properties: {} },
    ],
    fail: [
      {
        name: "asks for one",
        properties: { associatePublicIpAddress: true },
        finds: ["associatePublicIpAddress: expected false, got true"],
      },
      {
        name: "is a launch configuration that asks for one",
        type: "aws:ec2/launchConfiguration:LaunchConfiguration",
        properties: {
          imageId: "ami-0123456789abcdef0",
          instanceType: "t3.micro",
          associatePublicIpAddress: true,
        },
        finds: ["associatePublicIpAddress: expected false, got true"],
      },
    ],
  },
});
