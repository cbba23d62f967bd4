import { defineRule } from "../../rule";
import { findInContent } from "../contentFindings";
import { contentTypes } from "../contentTypes";
import { userDataOf } from "../exampleText";

export const noSuppressions = defineRule({
  id: "ec2-boot-content-no-suppressions",
  title:
    "Nothing in what is scanned tells a scanner to look away, because whoever wrote the secret could write that too.",
  severity: "medium",
  type: contentTypes,
  remedy: "Remove the comment; exempt the resource in the stack file, where it is reviewed.",
  references: [
    {
      title: "Security best practices for your instance",
      url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-security.html",
    },
  ],
  evaluate: (properties, separately, context) =>
    findInContent(
      properties,
      separately,
      context,
      ({ detector }) => detector === "scan-suppression",
      "no comment that turns a scanner off",
    ),
  examples: {
    pass: [
      {
        name: "has comments of another kind",
        properties: { userData: userDataOf("#!/bin/bash", "true # allowed to fail") },
      },
      { name: "has no user data", properties: {} },
    ],
    fail: [
      {
        name: "turns a scanner off for a line",
        properties: { userData: userDataOf("#!/bin/bash", `true # gitleaks:${"allow"}`) },
        finds: [
          'userData, base64, line 2, column 8: expected no comment that turns a scanner off, got "scan-suppression"',
        ],
      },
    ],
  },
});
