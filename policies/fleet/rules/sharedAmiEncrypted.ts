import type { Context } from "../../context";
import { Got } from "../../got";
import { defineRule } from "../../rule";
import { isTrue } from "../values";

export const sharedAmiEncrypted = defineRule({
  id: "ec2-shared-ami-encrypted",
  title: "Images that other accounts get are encrypted with a key that says who may read them.",
  severity: "high",
  type: "aws:ec2/amiLaunchPermission:AmiLaunchPermission",
  sees: ["aws:ec2/ami:Ami", "aws:ec2/amiCopy:AmiCopy", "aws:ec2/amiFromInstance:AmiFromInstance"],
  remedy: "Share an AmiCopy with encrypted true and a KMS key that the other account may use.",
  references: [
    {
      title: "Share an AMI: encrypted snapshots and their keys",
      url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/sharingamis-explicit.html",
    },
  ],
  evaluate: ({ group: _, imageId }, __, context) =>
    isUnencrypted(context) ? [{ path: "imageId", expected: "an encrypted image", got: Got.of(imageId) }] : [],
  examples: {
    pass: [
      {
        name: "shares an encrypted copy",
        properties: { imageId: "ami-0123456789abcdef0", accountId: "111122223333" },
        beside: [
          {
            type: "aws:ec2/amiCopy:AmiCopy",
            name: "copy",
            properties: { sourceAmiId: "ami-1", sourceAmiRegion: "eu-west-1", encrypted: true },
          },
        ],
        computedFrom: { imageId: ["copy"] },
      },
      {
        name: "shares an image that was made elsewhere",
        properties: { imageId: "ami-0123456789abcdef0", accountId: "111122223333" },
      },
    ],
    fail: [
      {
        name: "shares a copy that is as its source",
        properties: { imageId: "ami-0123456789abcdef0", accountId: "111122223333" },
        beside: [
          {
            type: "aws:ec2/amiCopy:AmiCopy",
            name: "copy",
            properties: { sourceAmiId: "ami-1", sourceAmiRegion: "eu-west-1" },
          },
        ],
        computedFrom: { imageId: ["copy"] },
        finds: ["imageId: expected an encrypted image, got a string of 21 characters"],
      },
      {
        name: "shares an image with a volume that is not encrypted",
        properties: { imageId: "ami-0123456789abcdef0", accountId: "111122223333" },
        beside: [
          {
            type: "aws:ec2/ami:Ami",
            name: "base",
            properties: { ebsBlockDevices: [{ deviceName: "/dev/xvda", encrypted: false }] },
          },
        ],
        computedFrom: { imageId: ["base"] },
        finds: ["imageId: expected an encrypted image, got a string of 21 characters"],
      },
    ],
  },
});

/** Only of an image that is in the stack is anything known; of one made from snapshots, what it says itself. */
function isUnencrypted({ stack, computedFrom }: Context): boolean {
  const from = computedFrom("imageId");
  const isShared = ({ urn }: { readonly urn: string }) => from.includes(urn);
  const copies = stack.all("aws:ec2/amiCopy:AmiCopy").filter(isShared);
  const images = [
    ...stack.all("aws:ec2/ami:Ami"),
    ...stack.all("aws:ec2/amiFromInstance:AmiFromInstance"),
  ].filter(isShared);
  return (
    copies.some(({ properties }) => !isTrue(properties.encrypted)) ||
    images.some(({ properties }) =>
      properties.ebsBlockDevices?.some((volume) => "encrypted" in volume && volume.encrypted === false),
    )
  );
}
