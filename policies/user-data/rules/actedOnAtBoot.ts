import { defineRule } from "../../rule";
import { findInContent } from "../contentFindings";
import { userDataTypes } from "../contentTypes";
import { userDataOf } from "../exampleText";

export const actedOnAtBoot = defineRule({
  id: "ec2-user-data-acted-on-at-boot",
  title:
    "User data begins with what cloud-init or EC2Launch acts on, because they pass over anything else in silence.",
  severity: "medium",
  type: userDataTypes,
  remedy:
    "Begin it with #!, #cloud-config or a MIME header on Linux, with <powershell> or <script> on Windows.",
  references: [
    {
      title: "Run commands at launch with user data",
      url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/user-data.html",
    },
  ],
  evaluate: (properties, separately, context) =>
    findInContent(
      properties,
      separately,
      context,
      ({ detector }) => detector === "ignored-at-boot",
      "text that is acted on at boot",
    ),
  examples: {
    pass: [
      { name: "is a script", properties: { userData: userDataOf("#!/bin/bash", "true") } },
      { name: "has no user data", properties: {} },
    ],
    fail: [
      {
        name: "forgets the line that makes it a script",
        properties: { userData: userDataOf("yum -y install nginx", "systemctl start nginx") },
        finds: [
          'userData, base64, line 1, column 1: expected text that is acted on at boot, got "ignored-at-boot"',
        ],
      },
    ],
  },
});
