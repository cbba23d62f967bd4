import { defineRule } from "../../rule";
import { findOptionalTokens } from "../metadataOptions";

export const instanceRequiresImdsv2 = defineRule({
  id: "ec2-instance-requires-imdsv2",
  title: "Instances require IMDSv2, so that a forged request cannot read the role's credentials.",
  severity: "high",
  type: ["aws:ec2/instance:Instance", "aws:ec2/spotInstanceRequest:SpotInstanceRequest"],
  remedy: 'Set metadataOptions.httpTokens to "required".',
  repair: { path: ["metadataOptions", "httpTokens"], value: "required" },
  fsbp: "EC2.8",
  cis: "5.6",
  references: [
    {
      title: "Configure the Instance Metadata Service options, with the order of precedence",
      url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-options.html",
    },
  ],
  evaluate: (instance) => {
    // With none of its own an instance takes its template's options, and the template is judged by its own rule.
    if (instance.metadataOptions == null && instance.launchTemplate != null) return [];
    return findOptionalTokens(instance.metadataOptions);
  },
  examples: {
    pass: [
      { name: "requires a token", properties: { metadataOptions: { httpTokens: "required" } } },
      {
        name: "has no metadata endpoint, so that tokens are moot",
        properties: { metadataOptions: { httpEndpoint: "disabled" } },
      },
      {
        name: "takes the options of its launch template",
        properties: { launchTemplate: { id: "lt-0123456789abcdef0", version: "3" } },
      },
    ],
    fail: [
      {
        name: "makes the token optional",
        properties: { metadataOptions: { httpTokens: "optional" } },
        finds: ['metadataOptions.httpTokens: expected "required", got "optional"'],
      },
      {
        name: "replaces its launch template's options by some that say nothing about tokens",
        properties: {
          launchTemplate: { id: "lt-0123456789abcdef0", version: "3" },
          metadataOptions: { httpEndpoint: "enabled" },
        },
        finds: ['metadataOptions.httpTokens: expected "required", got no value'],
      },
      {
        name: "is a spot request that leaves the token to the account",
        type: "aws:ec2/spotInstanceRequest:SpotInstanceRequest",
        properties: { spotPrice: "0.03", metadataOptions: { httpEndpoint: "enabled" } },
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
