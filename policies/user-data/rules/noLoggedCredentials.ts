import { defineRule } from "../../rule";
import { findInContent } from "../contentFindings";
import { contentTypes } from "../contentTypes";
import { userDataOf } from "../exampleText";

export const noLoggedCredentials = defineRule({
  id: "ec2-boot-content-no-logged-credentials",
  title:
    "Scripts print no credentials, because what is printed at boot is kept in the console output and the log.",
  severity: "high",
  type: contentTypes,
  remedy: "Hand it to the program that needs it without printing it, and turn tracing off around it.",
  references: [
    {
      title: "Instance console output",
      url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instance-console.html",
    },
  ],
  evaluate: (properties, separately, context) =>
    findInContent(
      properties,
      separately,
      context,
      ({ detector }) => detector === "role-credentials-logged" || detector === "secret-logged",
      "no credential in the log",
    ),
  examples: {
    pass: [
      {
        name: "keeps what it fetched in a variable",
        properties: {
          userData: userDataOf(
            "#!/bin/bash",
            "TOKEN=$(aws secretsmanager get-secret-value --secret-id shop --query SecretString --output text)",
          ),
        },
      },
      { name: "has no user data", properties: {} },
    ],
    fail: [
      {
        name: "prints the secret that it fetches",
        properties: {
          userData: userDataOf("#!/bin/bash", "aws secretsmanager get-secret-value --secret-id shop"),
        },
        finds: ['userData, base64, line 2, column 5: expected no credential in the log, got "secret-logged"'],
      },
    ],
  },
});
