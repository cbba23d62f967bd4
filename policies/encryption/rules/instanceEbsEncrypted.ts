import { defineRule } from "../../rule";
import { findUnencryptedVolumes } from "../instanceVolumes";

export const instanceEbsEncrypted = defineRule({
  id: "ec2-instance-ebs-encrypted",
  title: "Instances encrypt every EBS volume, the root volume among them.",
  severity: "high",
  type: "aws:ec2/instance:Instance",
  remedy: "Set encrypted to true on rootBlockDevice and on each of ebsBlockDevices.",
  fsbp: "EC2.3",
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
        name: "encrypts root and data volumes",
        properties: {
          rootBlockDevice: { encrypted: true, volumeType: "gp3" },
          ebsBlockDevices: [{ deviceName: "/dev/sdf", encrypted: true }],
        },
      },
      {
        name: "takes the volumes of its launch template",
        properties: { launchTemplate: { id: "lt-0123456789abcdef0", version: "3" } },
      },
    ],
    fail: [
      {
        name: "does not encrypt its root volume",
        properties: { rootBlockDevice: { encrypted: false } },
        finds: ["rootBlockDevice.encrypted: expected true, got false"],
      },
      {
        name: "leaves encryption of its volumes to the account's default",
        properties: {
          rootBlockDevice: { volumeSize: 20 },
          ebsBlockDevices: [
            { deviceName: "/dev/sdf", encrypted: true },
            { deviceName: "/dev/sdg", volumeSize: 100 },
          ],
        },
        finds: [
          "ebsBlockDevices[1].encrypted: expected true, got no value",
          "rootBlockDevice.encrypted: expected true, got no value",
        ],
      },
      {
        name: "describes no volume, so that the root is as the AMI has it",
        properties: {},
        finds: ["rootBlockDevice.encrypted: expected true, got no value"],
      },
    ],
  },
});
