import { defineRule } from "../../rule";
import { findInContent } from "../contentFindings";
import { contentTypes } from "../contentTypes";
import { userDataOf } from "../exampleText";

export const requiresImdsv2Calls = defineRule({
  id: "ec2-boot-content-imdsv2-calls",
  title: "Scripts call the metadata service with a token, so that the instance can require IMDSv2.",
  severity: "high",
  type: contentTypes,
  remedy: "Fetch a token first, and send it with every call; or use the AWS CLI or an SDK.",
  references: [
    {
      title: "Access instance metadata by IMDSv2",
      url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html",
    },
  ],
  evaluate: (properties, separately, context) =>
    findInContent(
      properties,
      separately,
      context,
      ({ detector }) => detector === "imdsv1-call" || detector === "imdsv1-allowed",
      "a token with every call (IMDSv2)",
    ),
  examples: {
    pass: [
      {
        name: "fetches a token first",
        properties: {
          userData: userDataOf(
            "#!/bin/bash",
            "T=$(curl -X PUT http://169.254.169.254/latest/api/token -H 'X-aws-ec2-metadata-token-ttl-seconds: 60')",
            'ID=$(curl -H "X-aws-ec2-metadata-token: $T" http://169.254.169.254/latest/meta-data/instance-id)',
          ),
        },
      },
      { name: "has no user data", properties: {} },
    ],
    fail: [
      {
        name: "calls without a token",
        properties: {
          userData: userDataOf(
            "#!/bin/bash",
            "ID=$(curl http://169.254.169.254/latest/meta-data/instance-id)",
          ),
        },
        finds: [
          'userData, base64, line 2, column 6: expected a token with every call (IMDSv2), got "imdsv1-call"',
        ],
      },
    ],
  },
});
