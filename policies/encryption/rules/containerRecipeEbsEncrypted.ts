import { defineRule } from "../../rule";
import { mappedVolumes } from "../blockDeviceMappings";

const recipe = {
  containerType: "DOCKER",
  parentImage: "arn:aws:imagebuilder:eu-west-1:aws:image/amazon-linux-x86-latest/x.x.x",
  version: "1.0.0",
  components: [{ componentArn: "arn:aws:imagebuilder:eu-west-1:aws:component/update-linux/x.x.x" }],
  targetRepository: { repositoryName: "web", service: "ECR" },
};
const ecr = { ...recipe, dockerfileTemplateData: "FROM {{{ imagebuilder:parentImage }}}" };

export const containerRecipeEbsEncrypted = defineRule({
  id: "imagebuilder-container-recipe-ebs-encrypted",
  title: "The instances that build container images encrypt the volumes that the recipe maps.",
  severity: "medium",
  type: "aws:imagebuilder/containerRecipe:ContainerRecipe",
  remedy: 'Set ebs.encrypted to "true" in the mapping.',
  references: [
    {
      title: "EbsInstanceBlockDeviceSpecification",
      url: "https://docs.aws.amazon.com/imagebuilder/latest/APIReference/API_EbsInstanceBlockDeviceSpecification.html",
    },
  ],
  evaluate: ({ instanceConfiguration }, separately) => {
    const path = "instanceConfiguration.blockDeviceMappings";
    return separately(...mappedVolumes(instanceConfiguration?.blockDeviceMappings, path));
  },
  examples: {
    pass: [
      {
        name: "encrypts the volume that it maps",
        properties: {
          ...ecr,
          instanceConfiguration: {
            blockDeviceMappings: [{ deviceName: "/dev/xvda", ebs: { encrypted: "true" } }],
          },
        },
      },
      { name: "maps no volume: the image keeps nothing of the instance that builds it", properties: ecr },
    ],
    fail: [
      {
        name: "does not encrypt a volume",
        properties: {
          ...ecr,
          instanceConfiguration: {
            blockDeviceMappings: [
              { deviceName: "/dev/xvda", ebs: { encrypted: "false" } },
              { deviceName: "/dev/xvdb", ebs: { volumeSize: 50 } },
            ],
          },
        },
        finds: [
          'instanceConfiguration.blockDeviceMappings[0].ebs.encrypted: expected true, got "false"',
          "instanceConfiguration.blockDeviceMappings[1].ebs.encrypted: expected true, got no value",
        ],
      },
    ],
  },
});
