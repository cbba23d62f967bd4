import { defineRule } from "../../rule";
import { findInContent } from "../contentFindings";
import { userDataTypes } from "../contentTypes";
import { userDataOf } from "../exampleText";

const filler = (bytes: number) => userDataOf("#!/bin/bash", `# ${"-".repeat(bytes)}`);

export const withinLimit = defineRule({
  id: "ec2-user-data-within-limit",
  title: "User data stays well within 16 KB, because EC2 launches no instance with more.",
  severity: "high",
  type: userDataTypes,
  remedy: "Compress it with gzip, or fetch what is large from S3 at boot.",
  references: [
    {
      title: "User data is limited to 16 KB, in raw form, before it is base64-encoded",
      url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/user-data.html",
    },
  ],
  evaluate: (properties, separately, context) =>
    findInContent(
      properties,
      separately,
      context,
      ({ detector }) => detector === "user-data-too-large" || detector === "user-data-nearly-too-large",
      "at most nine tenths of 16384 bytes",
    ),
  examples: {
    pass: [
      { name: "has a short script", properties: { userData: filler(200) } },
      { name: "has no user data", properties: {} },
    ],
    fail: [
      {
        name: "has more than EC2 takes",
        properties: { userData: filler(16_400) },
        finds: [
          'userData, base64, line 1, column 1: expected at most nine tenths of 16384 bytes, got "user-data-too-large"',
        ],
      },
      {
        name: "has nearly what EC2 takes",
        properties: { userData: filler(15_000) },
        finds: [
          'userData, base64, line 1, column 1: expected at most nine tenths of 16384 bytes, got "user-data-nearly-too-large"',
        ],
      },
    ],
  },
});
