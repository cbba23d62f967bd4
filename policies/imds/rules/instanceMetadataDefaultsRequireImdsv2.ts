import { Got } from "../../got";
import { defineRule } from "../../rule";

export const instanceMetadataDefaultsRequireImdsv2 = defineRule({
  id: "ec2-instance-metadata-defaults-require-imdsv2",
  title: "The account's metadata defaults require IMDSv2 of every instance that does not say otherwise.",
  severity: "high",
  type: "aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults",
  remedy: 'Set httpTokens to "required".',
  references: [
    {
      title: "Set IMDSv2 as the default for the account",
      url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-IMDS-new-instances.html#set-imdsv2-account-defaults",
    },
    {
      title: "ModifyInstanceMetadataDefaults: what is left out has no preference",
      url: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyInstanceMetadataDefaults.html",
    },
  ],
  evaluate: ({ httpTokens }) => {
    // A default of "disabled" for the endpoint does not make tokens moot here: an instance that switches its
    // endpoint on still takes the default for tokens.
    if (httpTokens === "required") return [];
    return [
      { path: "httpTokens", expected: '"required"', got: Got.of(httpTokens, ["optional", "no-preference"]) },
    ];
  },
  examples: {
    pass: [{ name: "requires a token by default", properties: { httpTokens: "required" } }],
    fail: [
      {
        name: "makes the token optional by default",
        properties: { httpTokens: "optional" },
        finds: ['httpTokens: expected "required", got "optional"'],
      },
      {
        name: "states that it has no preference",
        properties: { httpTokens: "no-preference", httpPutResponseHopLimit: 1 },
        finds: ['httpTokens: expected "required", got "no-preference"'],
      },
      {
        name: "switches the endpoint off by default, which an instance may switch on again",
        properties: { httpEndpoint: "disabled" },
        finds: ['httpTokens: expected "required", got no value'],
      },
      {
        name: "leaves the token out, which is no preference",
        properties: {},
        finds: ['httpTokens: expected "required", got no value'],
      },
    ],
  },
});
