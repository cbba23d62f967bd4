import { defineRule } from "../../rule";
import { findLongHops } from "../metadataOptions";

export const launchTemplateHopLimit = defineRule({
  id: "ec2-launch-template-hop-limit",
  title: "Metadata responses travel one network hop, or two where containers were declared to need it.",
  severity: "medium",
  type: "aws:ec2/launchTemplate:LaunchTemplate",
  remedy:
    'Set metadataOptions.httpPutResponseHopLimit to 1; where containers behind a bridge read the metadata, set it to 2 and tag the template "bakeline:imds-hop-limit" = "2".',
  references: [
    {
      title: "Considerations for container environments",
      url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-data-retrieval.html#imds-considerations",
    },
    {
      title: "CT.EC2.PR.2 of AWS Control Tower: launch templates restrict the token hop limit to one",
      url: "https://docs.aws.amazon.com/controltower/latest/controlreference/ec2-rules.html#ct-ec2-pr-2-description",
    },
  ],
  evaluate: (template) =>
    findLongHops(
      template.metadataOptions,
      () => template.tags,
      () => template.userData,
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
        name: "allows two hops and runs containers, as its user data shows",
        properties: {
          metadataOptions: { httpPutResponseHopLimit: 2 },
          // #!/bin/sh
          // docker run web
          userData: "IyEvYmluL3NoCmRvY2tlciBydW4gd2ViCg==",
        },
      },
      {
        name: "has no metadata endpoint",
        properties: { metadataOptions: { httpEndpoint: "disabled", httpPutResponseHopLimit: 64 } },
      },
      {
        name: "leaves the limit out, which is 1 unless the account or the AMI say otherwise",
        properties: {},
      },
    ],
    fail: [
      {
        name: "allows two hops without saying why",
        properties: { metadataOptions: { httpPutResponseHopLimit: 2 } },
        finds: [
          'metadataOptions.httpPutResponseHopLimit: expected 1, or 2 with the tag "bakeline:imds-hop-limit" = "2", got 2',
        ],
      },
      {
        name: "allows more hops than a container bridge needs, whatever its tags say",
        properties: {
          metadataOptions: { httpPutResponseHopLimit: 3 },
          tags: { "bakeline:imds-hop-limit": "3" },
        },
        finds: [
          'metadataOptions.httpPutResponseHopLimit: expected 1, or 2 with the tag "bakeline:imds-hop-limit" = "2", got 3',
        ],
      },
    ],
  },
});
