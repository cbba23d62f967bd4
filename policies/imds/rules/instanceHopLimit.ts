import { defineRule } from "../../rule";
import { findLongHops } from "../metadataOptions";

export const instanceHopLimit = defineRule({
  id: "ec2-instance-hop-limit",
  title: "Metadata responses travel one network hop, or two where containers were declared to need it.",
  severity: "medium",
  type: ["aws:ec2/instance:Instance", "aws:ec2/spotInstanceRequest:SpotInstanceRequest"],
  remedy:
    'Set metadataOptions.httpPutResponseHopLimit to 1; where containers behind a bridge read the metadata, set it to 2 and tag the instance "bakeline:imds-hop-limit" = "2".',
  references: [
    {
      title: "Considerations for container environments",
      url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-data-retrieval.html#imds-considerations",
    },
  ],
  evaluate: (instance) =>
    findLongHops(
      instance.metadataOptions,
      () => instance.tags,
      () => instance.userData,
    ),
  examples: {
    pass: [
      { name: "allows one hop", properties: { metadataOptions: { httpPutResponseHopLimit: 1 } } },
      {
        name: "allows two hops and says that its workload needs them",
        properties: {
          metadataOptions: { httpPutResponseHopLimit: 2 },
          tags: { "bakeline:imds-hop-limit": "2" },
        },
      },
      {
        name: "leaves the limit out, which is 1 unless the account or the AMI say otherwise",
        properties: {},
      },
    ],
    fail: [
      {
        name: "allows two hops without saying why",
        properties: { metadataOptions: { httpPutResponseHopLimit: 2 }, tags: { Name: "web" } },
        finds: [
          'metadataOptions.httpPutResponseHopLimit: expected 1, or 2 with the tag "bakeline:imds-hop-limit" = "2", got 2',
        ],
      },
      {
        name: "allows the most hops there can be",
        properties: { metadataOptions: { httpPutResponseHopLimit: 64 } },
        finds: [
          'metadataOptions.httpPutResponseHopLimit: expected 1, or 2 with the tag "bakeline:imds-hop-limit" = "2", got 64',
        ],
      },
    ],
  },
});
