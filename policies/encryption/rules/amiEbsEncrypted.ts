import { defineRule } from "../../rule";
import { eachOf } from "../../values";
import { findUnencrypted } from "../ebsVolume";

export const amiEbsEncrypted = defineRule({
  id: "ec2-ami-ebs-encrypted",
  title: "AMIs encrypt the empty volumes that they give to instances.",
  severity: "high",
  type: "aws:ec2/ami:Ami",
  remedy: "Set encrypted to true, or snapshotId to an encrypted snapshot.",
  references: [
    {
      title: "Use encryption with EBS-backed AMIs",
      url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/AMIEncryption.html",
    },
  ],
  evaluate: ({ ebsBlockDevices }, separately) => {
    const volumes = eachOf(ebsBlockDevices, (device, index) => {
      // A volume from a snapshot is as the snapshot is: AWS takes no `encrypted` beside it.
      if (device.snapshotId != null) return [];
      return findUnencrypted(device.encrypted, `ebsBlockDevices[${index}]`);
    });
    return separately(...volumes);
  },
  examples: {
    pass: [
      {
        name: "has a root volume from a snapshot, and an encrypted one beside it",
        properties: {
          rootDeviceName: "/dev/xvda",
          ebsBlockDevices: [
            { deviceName: "/dev/xvda", snapshotId: "snap-0123456789abcdef0" },
            { deviceName: "/dev/xvdf", encrypted: true, volumeSize: 100 },
          ],
        },
      },
      { name: "maps no volume", properties: { rootDeviceName: "/dev/xvda" } },
    ],
    fail: [
      {
        name: "adds volumes that are not encrypted",
        properties: {
          ebsBlockDevices: [
            { deviceName: "/dev/xvdf", encrypted: false, volumeSize: 100 },
            { deviceName: "/dev/xvdg", volumeSize: 100 },
          ],
        },
        finds: [
          "ebsBlockDevices[0].encrypted: expected true, got false",
          "ebsBlockDevices[1].encrypted: expected true, got no value",
        ],
      },
    ],
  },
});
