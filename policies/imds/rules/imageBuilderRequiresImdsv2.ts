import { Got } from "../../got";
import { defineRule } from "../../rule";

export const imageBuilderRequiresImdsv2 = defineRule({
  id: "imagebuilder-infrastructure-requires-imdsv2",
  title: "Instances that build and test images require IMDSv2, over one network hop.",
  severity: "high",
  type: "aws:imagebuilder/infrastructureConfiguration:InfrastructureConfiguration",
  remedy: 'Set instanceMetadataOptions.httpTokens to "required".',
  repair: { path: ["instanceMetadataOptions", "httpTokens"], value: "required" },
  references: [
    {
      title: "InstanceMetadataOptions of Image Builder: what is left out is optional",
      url: "https://docs.aws.amazon.com/imagebuilder/latest/APIReference/API_InstanceMetadataOptions.html",
    },
  ],
  evaluate: ({ instanceMetadataOptions: options }) =>
    options?.httpTokens === "required"
      ? []
      : [
          {
            path: "instanceMetadataOptions.httpTokens",
            expected: '"required"',
            got: Got.of(options?.httpTokens, ["optional"]),
          },
        ],
  examples: {
    pass: [
      {
        name: "requires a token",
        properties: { instanceProfileName: "build", instanceMetadataOptions: { httpTokens: "required" } },
      },
    ],
    fail: [
      {
        name: "makes the token optional",
        properties: { instanceProfileName: "build", instanceMetadataOptions: { httpTokens: "optional" } },
        finds: ['instanceMetadataOptions.httpTokens: expected "required", got "optional"'],
      },
      {
        name: "leaves the metadata options out",
        properties: { instanceProfileName: "build" },
        finds: ['instanceMetadataOptions.httpTokens: expected "required", got no value'],
      },
    ],
  },
});
