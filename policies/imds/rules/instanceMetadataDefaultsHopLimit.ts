import { Got } from "../../got";
import { defineRule } from "../../rule";

export const instanceMetadataDefaultsHopLimit = defineRule({
  id: "ec2-instance-metadata-defaults-hop-limit",
  title: "The account's metadata defaults give no instance a second network hop that it did not ask for.",
  severity: "medium",
  type: "aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults",
  remedy: "Set httpPutResponseHopLimit to 1, and 2 only on the templates and instances that run containers.",
  references: [
    {
      title: "ModifyInstanceMetadataDefaults",
      url: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyInstanceMetadataDefaults.html",
    },
  ],
  evaluate: ({ httpPutResponseHopLimit: hops }) => {
    // -1, the default, is no preference: then the AMI decides, and 1 where it does not.
    if ((hops ?? -1) <= 1) return [];
    return [{ path: "httpPutResponseHopLimit", expected: "1", got: Got.of(hops) }];
  },
  examples: {
    pass: [
      { name: "allows one hop by default", properties: { httpPutResponseHopLimit: 1 } },
      { name: "states that it has no preference", properties: { httpPutResponseHopLimit: -1 } },
      { name: "leaves the limit out, which is no preference", properties: {} },
    ],
    fail: [
      {
        name: "gives every instance two hops",
        properties: { httpTokens: "required", httpPutResponseHopLimit: 2 },
        finds: ["httpPutResponseHopLimit: expected 1, got 2"],
      },
    ],
  },
});
