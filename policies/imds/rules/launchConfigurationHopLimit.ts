import { defineRule } from "../../rule";
import { findLongHops } from "../metadataOptions";

export const launchConfigurationHopLimit = defineRule({
  id: "autoscaling-launch-configuration-hop-limit",
  title: "Metadata responses travel one network hop, or two where containers are seen to need it.",
  severity: "medium",
  type: "aws:ec2/launchConfiguration:LaunchConfiguration",
  remedy: "Set metadataOptions.httpPutResponseHopLimit to 1.",
  fsbp: "AutoScaling.4",
  references: [
    {
      title:
        "AutoScaling.4: launch configurations should not have a metadata response hop limit greater than 1",
      url: "https://docs.aws.amazon.com/securityhub/latest/userguide/autoscaling-controls.html#autoscaling-4",
    },
  ],
  // A launch configuration has no tags in which to say why.
  evaluate: (configuration) =>
    findLongHops(
      configuration.metadataOptions,
      () => undefined,
      () => configuration.userData,
    ),
  examples: {
    pass: [
      {
        name: "leaves the limit out, which is 1",
        properties: { imageId: "ami-0123456789abcdef0", instanceType: "t3.micro" },
      },
    ],
    fail: [
      {
        name: "allows two hops",
        properties: {
          imageId: "ami-0123456789abcdef0",
          instanceType: "t3.micro",
          metadataOptions: { httpPutResponseHopLimit: 2 },
        },
        finds: [
          'metadataOptions.httpPutResponseHopLimit: expected 1, or 2 with the tag "bakeline:imds-hop-limit" = "2", got 2',
        ],
      },
    ],
  },
});
