import { defineRule } from "../../rule";
import { findUnencryptedMappings, inheritedRoot } from "../blockDeviceMappings";

export const launchTemplateEbsEncrypted = defineRule({
  id: "ec2-launch-template-ebs-encrypted",
  title: "Launch templates encrypt every EBS volume, the root volume among them.",
  severity: "high",
  type: "aws:ec2/launchTemplate:LaunchTemplate",
  remedy: 'Set ebs.encrypted to "true" in the mapping.',
  fsbp: "EC2.181",
  references: [
    {
      title: "Amazon EBS encryption",
      url: "https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html",
    },
    {
      title: "Device names for volumes: which are reserved for the root",
      url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/device_naming.html",
    },
  ],
  evaluate: (template, separately) => findUnencryptedMappings(template.blockDeviceMappings, separately),
  examples: {
    pass: [
      {
        name: "maps the root device and encrypts it",
        properties: { blockDeviceMappings: [{ deviceName: "/dev/xvda", ebs: { encrypted: "true" } }] },
      },
      {
        name: "encrypts root and data volumes beside an instance store volume",
        properties: {
          blockDeviceMappings: [
            { deviceName: "/dev/sda1", ebs: { encrypted: "true", volumeType: "gp3" } },
            { deviceName: "/dev/sdf", ebs: { encrypted: "true", snapshotId: "snap-0123456789abcdef0" } },
            { deviceName: "/dev/sdb", virtualName: "ephemeral0" },
          ],
        },
      },
    ],
    fail: [
      {
        name: "says that a volume is not encrypted",
        properties: { blockDeviceMappings: [{ deviceName: "/dev/xvda", ebs: { encrypted: "false" } }] },
        finds: ['blockDeviceMappings[0].ebs.encrypted: expected true, got "false"'],
      },
      {
        name: "leaves encryption of one of its volumes to the account's default",
        properties: {
          blockDeviceMappings: [
            { deviceName: "/dev/xvda", ebs: { encrypted: "true" } },
            { deviceName: "/dev/xvdf", ebs: { volumeSize: 100 } },
          ],
        },
        finds: ["blockDeviceMappings[1].ebs.encrypted: expected true, got no value"],
      },
      {
        name: "leaves encryption to a snapshot",
        properties: {
          blockDeviceMappings: [{ deviceName: "/dev/xvda", ebs: { snapshotId: "snap-0123456789abcdef0" } }],
        },
        finds: ["blockDeviceMappings[0].ebs.encrypted: expected true, got no value"],
      },
      {
        name: "encrypts a data volume and leaves the root as the AMI has it",
        properties: { blockDeviceMappings: [{ deviceName: "/dev/sdf", ebs: { encrypted: "true" } }] },
        finds: [inheritedRoot("a list of 1")],
      },
      {
        name: "maps no device, so that the root is as the AMI has it",
        properties: {},
        finds: [inheritedRoot("a list of 0")],
      },
    ],
  },
});
