import { defineRule } from "../../rule";
import { findOptionalTokens } from "../metadataOptions";

export const launchTemplateRequiresImdsv2 = defineRule({
  id: "ec2-launch-template-requires-imdsv2",
  title: "Launch templates require IMDSv2, so that a forged request cannot read the role's credentials.",
  severity: "high",
  type: "aws:ec2/launchTemplate:LaunchTemplate",
  remedy: 'Set metadataOptions.httpTokens to "required".',
  repair: { path: ["metadataOptions", "httpTokens"], value: "required" },
  fsbp: "EC2.170",
  cis: "5.6",
  references: [
    {
      title: "Configure the Instance Metadata Service options, with the order of precedence",
      url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-options.html",
    },
  ],
  evaluate: (template) => findOptionalTokens(template.metadataOptions),
  examples: {
    pass: [
      { name: "requires a token", properties: { metadataOptions: { httpTokens: "required" } } },
      {
        name: "has no metadata endpoint, so that tokens are moot",
        properties: { metadataOptions: { httpEndpoint: "disabled" } },
      },
    ],
    fail: [
      {
        name: "makes the token optional",
        properties: { metadataOptions: { httpEndpoint: "enabled", httpTokens: "optional" } },
        finds: ['metadataOptions.httpTokens: expected "required", got "optional"'],
      },
      {
        name: "sets other options and leaves the token to the account, the AMI and AWS's default",
        properties: { metadataOptions: { httpPutResponseHopLimit: 1 } },
        finds: ['metadataOptions.httpTokens: expected "required", got no value'],
      },
      {
        name: "leaves the metadata options out",
        properties: {},
        finds: ['metadataOptions.httpTokens: expected "required", got no value'],
      },
    ],
  },
});
