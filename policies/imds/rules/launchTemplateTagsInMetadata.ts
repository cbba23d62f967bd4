import { defineRule } from "../../rule";
import { findMissingTags } from "../metadataOptions";

export const launchTemplateTagsInMetadata = defineRule({
  id: "ec2-launch-template-tags-in-metadata",
  title: "Launch templates show the tags to instances whose bootstrap reads them from the metadata.",
  severity: "medium",
  type: "aws:ec2/launchTemplate:LaunchTemplate",
  remedy: 'Set metadataOptions.instanceMetadataTags to "enabled".',
  repair: { path: ["metadataOptions", "instanceMetadataTags"], value: "enabled" },
  references: [
    {
      title: "View tags for your EC2 instances using instance metadata",
      url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/work-with-tags-in-IMDS.html",
    },
  ],
  evaluate: (template) => findMissingTags(() => template.metadataOptions, [template.userData]),
  examples: {
    pass: [
      {
        name: "shows the tags that its user data reads",
        properties: {
          metadataOptions: { instanceMetadataTags: "enabled" },
          // curl http://169.254.169.254/latest/meta-data/tags/instance/role
          userData: "Y3VybCBodHRwOi8vMTY5LjI1NC4xNjkuMjU0L2xhdGVzdC9tZXRhLWRhdGEvdGFncy9pbnN0YW5jZS9yb2xl",
        },
      },
      // #!/bin/sh
      { name: "reads no tags", properties: { userData: "IyEvYmluL3NoCg==" } },
      { name: "boots with nothing", properties: {} },
    ],
    fail: [
      {
        name: "hides the tags that its user data reads",
        properties: {
          metadataOptions: { instanceMetadataTags: "disabled" },
          userData: "Y3VybCBodHRwOi8vMTY5LjI1NC4xNjkuMjU0L2xhdGVzdC9tZXRhLWRhdGEvdGFncy9pbnN0YW5jZS9yb2xl",
        },
        finds: [
          'metadataOptions.instanceMetadataTags: expected "enabled", because the user data reads the instance\'s tags, got "disabled"',
        ],
      },
      {
        name: "says nothing about the tags that its user data reads",
        properties: {
          userData: "Y3VybCBodHRwOi8vMTY5LjI1NC4xNjkuMjU0L2xhdGVzdC9tZXRhLWRhdGEvdGFncy9pbnN0YW5jZS9yb2xl",
        },
        finds: [
          'metadataOptions.instanceMetadataTags: expected "enabled", because the user data reads the instance\'s tags, got no value',
        ],
      },
    ],
  },
});
