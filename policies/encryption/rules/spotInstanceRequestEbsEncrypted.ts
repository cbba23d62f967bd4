import { defineRule } from "../../rule";
import { findUnencryptedVolumes } from "../instanceVolumes";

export const spotInstanceRequestEbsEncrypted = defineRule({
  id: "ec2-spot-instance-request-ebs-encrypted",
  title: "Spot requests encrypt every EBS volume, the root volume among them.",
  severity: "high",
  type: "aws:ec2/spotInstanceRequest:SpotInstanceRequest",
  remedy: "Set encrypted to true on rootBlockDevice and on each of ebsBlockDevices.",
  references: [
    {
      title: "Amazon EBS encryption",
      url: "https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html",
    },
  ],
  evaluate: findUnencryptedVolumes,
  examples: {
    pass: [
      { name: "encrypts its root volume", properties: { rootBlockDevice: { encrypted: true } } },
      {
        name: "takes the volumes of its launch template",
        properties: { launchTemplate: { id: "lt-0123456789abcdef0", version: "3" } },
      },
    ],
    fail: [
      {
        name: "encrypts its root volume and no other",
        properties: {
          rootBlockDevice: { encrypted: true },
          ebsBlockDevices: [{ deviceName: "/dev/sdf", encrypted: false }],
        },
        finds: ["ebsBlockDevices[0].encrypted: expected true, got false"],
      },
      {
        name: "describes no volume, so that the root is as the AMI has it",
        properties: {},
        finds: ["rootBlockDevice.encrypted: expected true, got no value"],
      },
    ],
  },
});
