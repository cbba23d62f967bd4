import { defineRule } from "../../rule";
import { findInContent, isSecret } from "../contentFindings";
import { contentTypes } from "../contentTypes";
import { plantedPassword, userDataOf } from "../exampleText";

export const noSecrets = defineRule({
  id: "ec2-boot-content-no-secrets",
  title:
    "Nothing that reaches an instance holds a secret, because whoever may describe the resource or reach its metadata reads it.",
  severity: "critical",
  type: contentTypes,
  remedy:
    "Keep it in Secrets Manager or Parameter Store, and have the instance fetch it at boot by its role.",
  references: [
    {
      title: "Instance metadata and user data: they are not protected by cryptographic methods",
      url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-data-retrieval.html",
    },
  ],
  evaluate: (properties, separately, context) =>
    findInContent(properties, separately, context, isSecret, "no secret"),
  examples: {
    pass: [
      {
        name: "fetches its secret at boot",
        properties: {
          userData: userDataOf(
            "#!/bin/bash",
            "DB_PASSWORD=$(aws ssm get-parameter --name /shop/db --with-decryption --query Parameter.Value --output text)",
          ),
        },
      },
      { name: "has no user data", properties: {} },
      {
        name: "gives a function the name of a secret",
        type: "aws:lambda/function:Function",
        properties: {
          role: "arn:aws:iam::111122223333:role/web",
          environment: { variables: { SECRET_NAME: "shop/db" } },
        },
      },
    ],
    fail: [
      {
        name: "has a password in its user data",
        properties: { userData: userDataOf("#!/bin/bash", `export DB_PASSWORD='${plantedPassword}'`) },
        finds: ['userData, base64, line 2, column 21: expected no secret, got "password-literal"'],
      },
      {
        name: "hands a function its password as a variable",
        type: "aws:lambda/function:Function",
        properties: {
          role: "arn:aws:iam::111122223333:role/web",
          environment: { variables: { DB_PASSWORD: plantedPassword } },
        },
        finds: [
          'environment.variables, DB_PASSWORD, line 1, column 1: expected no secret, got "password-literal"',
        ],
      },
      {
        name: "keeps a password in a parameter that is not encrypted",
        type: "aws:ssm/parameter:Parameter",
        properties: { type: "String", name: "/shop/db-password", value: plantedPassword },
        finds: ['value, /shop/db-password, line 1, column 1: expected no secret, got "password-literal"'],
      },
    ],
  },
});
