import { defineRule } from "../../rule";
import { findUnencrypted } from "../ebsVolume";

export const volumeEncrypted = defineRule({
  id: "ebs-volume-encrypted",
  title: "EBS volumes are encrypted, and with them every snapshot taken of them.",
  severity: "high",
  type: "aws:ebs/volume:Volume",
  remedy:
    "Set encrypted to true; a volume that exists must be replaced by one made from an encrypted snapshot.",
  fsbp: "EC2.3",
  references: [
    {
      title: "Amazon EBS encryption",
      url: "https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html",
    },
  ],
  evaluate: (volume) => findUnencrypted(volume.encrypted, ""),
  examples: {
    pass: [
      { name: "is encrypted", properties: { availabilityZone: "eu-west-1a", size: 20, encrypted: true } },
    ],
    fail: [
      {
        name: "is not encrypted",
        properties: { availabilityZone: "eu-west-1a", size: 20, encrypted: false },
        finds: ["encrypted: expected true, got false"],
      },
      {
        name: "names a key but is not encrypted with it",
        properties: {
          availabilityZone: "eu-west-1a",
          size: 20,
          kmsKeyId: "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab",
        },
        finds: ["encrypted: expected true, got no value"],
      },
      {
        name: "leaves encryption to its snapshot",
        properties: { availabilityZone: "eu-west-1a", snapshotId: "snap-0123456789abcdef0" },
        finds: ["encrypted: expected true, got no value"],
      },
    ],
  },
});
