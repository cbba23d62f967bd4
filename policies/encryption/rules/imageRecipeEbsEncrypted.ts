import { defineRule } from "../../rule";
import { findUnencryptedMappings, inheritedRoot } from "../blockDeviceMappings";

const recipe = {
  parentImage: "arn:aws:imagebuilder:eu-west-1:aws:image/amazon-linux-2023-x86/x.x.x",
  version: "1.0.0",
  components: [{ componentArn: "arn:aws:imagebuilder:eu-west-1:aws:component/update-linux/x.x.x" }],
};

export const imageRecipeEbsEncrypted = defineRule({
  id: "imagebuilder-image-recipe-ebs-encrypted",
  title: "Image Builder bakes AMIs whose volumes are encrypted, the root volume among them.",
  severity: "high",
  type: "aws:imagebuilder/imageRecipe:ImageRecipe",
  remedy: 'Set ebs.encrypted to "true" in the mapping.',
  references: [
    {
      title: "EbsInstanceBlockDeviceSpecification",
      url: "https://docs.aws.amazon.com/imagebuilder/latest/APIReference/API_EbsInstanceBlockDeviceSpecification.html",
    },
  ],
  evaluate: (image, separately) => findUnencryptedMappings(image.blockDeviceMappings, separately),
  examples: {
    pass: [
      {
        name: "maps the root device and encrypts it",
        properties: {
          ...recipe,
          blockDeviceMappings: [{ deviceName: "/dev/xvda", ebs: { encrypted: "true", volumeType: "gp3" } }],
        },
      },
      {
        name: "leaves a device of the parent's away",
        properties: {
          ...recipe,
          blockDeviceMappings: [
            { deviceName: "/dev/xvda", ebs: { encrypted: "true" } },
            { deviceName: "/dev/xvdb", noDevice: true },
          ],
        },
      },
    ],
    fail: [
      {
        name: "does not encrypt its root volume",
        properties: {
          ...recipe,
          blockDeviceMappings: [{ deviceName: "/dev/xvda", ebs: { encrypted: "false" } }],
        },
        finds: ['blockDeviceMappings[0].ebs.encrypted: expected true, got "false"'],
      },
      {
        name: "leaves encryption to its parent image",
        properties: {
          ...recipe,
          blockDeviceMappings: [{ deviceName: "/dev/xvda", ebs: { volumeSize: 20 } }],
        },
        finds: ["blockDeviceMappings[0].ebs.encrypted: expected true, got no value"],
      },
      {
        name: "maps no device, so that the root is as the parent image has it",
        properties: recipe,
        finds: [inheritedRoot("a list of 0")],
      },
    ],
  },
});
