import { defineRule } from "../../rule";
import { findOptionalTokens } from "../metadataOptions";

export const launchConfigurationRequiresImdsv2 = defineRule({
  id: "autoscaling-launch-configuration-requires-imdsv2",
  title: "Launch configurations require IMDSv2, so that a forged request cannot read the role's credentials.",
  severity: "high",
  type: "aws:ec2/launchConfiguration:LaunchConfiguration",
  remedy: 'Set metadataOptions.httpTokens to "required"; better, move to a launch template.',
  repair: { path: ["metadataOptions", "httpTokens"], value: "required" },
  fsbp: "AutoScaling.3",
  cis: "5.6",
  references: [
    {
      title: "AutoScaling.3: launch configurations should require IMDSv2",
      url: "https://docs.aws.amazon.com/securityhub/latest/userguide/autoscaling-controls.html#autoscaling-3",
    },
  ],
  evaluate: ({ metadataOptions }) => findOptionalTokens(metadataOptions),
  examples: {
    pass: [
      {
        name: "requires a token",
        properties: {
          imageId: "ami-0123456789abcdef0",
          instanceType: "t3.micro",
          metadataOptions: { httpTokens: "required" },
        },
      },
    ],
    fail: [
      {
        name: "makes the token optional",
        properties: {
          imageId: "ami-0123456789abcdef0",
          instanceType: "t3.micro",
          metadataOptions: { httpTokens: "optional" },
        },
        finds: ['metadataOptions.httpTokens: expected "required", got "optional"'],
      },
      {
        name: "leaves the metadata options out",
        properties: { imageId: "ami-0123456789abcdef0", instanceType: "t3.micro" },
        finds: ['metadataOptions.httpTokens: expected "required", got no value'],
      },
    ],
  },
});
