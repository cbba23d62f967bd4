import { defineRule } from "../../rule";
import { findMissingTags } from "../metadataOptions";

export const instanceTagsInMetadata = defineRule({
  id: "ec2-instance-tags-in-metadata",
  title: "Instances can read their tags in the metadata where their bootstrap does so.",
  severity: "medium",
  type: ["aws:ec2/instance:Instance"],
  remedy: 'Set metadataOptions.instanceMetadataTags to "enabled".',
  repair: { path: ["metadataOptions", "instanceMetadataTags"], value: "enabled" },
  references: [
    {
      title: "View tags for your EC2 instances using instance metadata",
      url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/work-with-tags-in-IMDS.html",
    },
  ],
  evaluate: (instance, separately) =>
    separately(
      () => findMissingTags(() => instance.metadataOptions, [instance.userData]),
      () => findMissingTags(() => instance.metadataOptions, [instance.userDataBase64]),
    ),
  examples: {
    pass: [
      {
        name: "shows the tags that its user data reads",
        properties: {
          metadataOptions: { instanceMetadataTags: "enabled" },
          userData: "#!/bin/sh\ncurl http://169.254.169.254/latest/meta-data/tags/instance/role\n",
        },
      },
      { name: "reads nothing", properties: {} },
    ],
    fail: [
      {
        name: "hides the tags that its user data reads",
        properties: {
          metadataOptions: { httpTokens: "required" },
          userData: "#!/bin/sh\ncurl http://169.254.169.254/latest/meta-data/tags/instance/role\n",
        },
        finds: [
          'metadataOptions.instanceMetadataTags: expected "enabled", because the user data reads the instance\'s tags, got no value',
        ],
      },
    ],
  },
});
