import { defineRule } from "../../rule";
import { findUnencryptedVolumes } from "../instanceVolumes";

const configuration = { imageId: "ami-0123456789abcdef0", instanceType: "m5.large" };

export const launchConfigurationEbsEncrypted = defineRule({
  id: "ec2-launch-configuration-ebs-encrypted",
  title: "Launch configurations encrypt every EBS volume, the root volume among them.",
  severity: "high",
  type: "aws:ec2/launchConfiguration:LaunchConfiguration",
  remedy:
    "Set encrypted to true on rootBlockDevice and on each of ebsBlockDevices; better, use a launch template.",
  references: [
    {
      title: "Ebs: Encrypted",
      url: "https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_Ebs.html",
    },
  ],
  evaluate: findUnencryptedVolumes,
  examples: {
    pass: [
      {
        name: "encrypts root and data volumes, and leaves one of the AMI's away",
        properties: {
          ...configuration,
          rootBlockDevice: { encrypted: true },
          ebsBlockDevices: [
            { deviceName: "/dev/sdf", encrypted: true },
            { deviceName: "/dev/sdg", noDevice: true },
          ],
        },
      },
    ],
    fail: [
      {
        name: "does not encrypt its volumes",
        properties: {
          ...configuration,
          rootBlockDevice: { encrypted: false },
          ebsBlockDevices: [{ deviceName: "/dev/sdf", volumeSize: 100 }],
        },
        finds: [
          "ebsBlockDevices[0].encrypted: expected true, got no value",
          "rootBlockDevice.encrypted: expected true, got false",
        ],
      },
      {
        name: "describes no volume, so that the root is as the AMI has it",
        properties: configuration,
        finds: ["rootBlockDevice.encrypted: expected true, got no value"],
      },
    ],
  },
});
