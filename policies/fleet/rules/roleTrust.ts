import { defineRule } from "../../rule";
import { findInPolicy, findOpenTrust } from "../permissions";

const github = "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com";

function trust(statement: object): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: { Effect: "Allow", ...statement } });
}

export const roleTrust = defineRule({
  id: "iam-role-no-open-trust",
  title: "Roles trust principals that are named, and not everybody.",
  severity: "critical",
  type: "aws:iam/role:Role",
  remedy:
    "Name the service, account or identity that may take the role; of a provider of identities, name the subject in a condition.",
  references: [
    {
      title: "AWS JSON policy elements: Principal",
      url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html",
    },
  ],
  evaluate: ({ assumeRolePolicy }) => findInPolicy(assumeRolePolicy, "assumeRolePolicy", findOpenTrust),
  examples: {
    pass: [
      {
        name: "trusts EC2",
        properties: {
          assumeRolePolicy: trust({ Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" }),
        },
      },
      {
        name: "trusts everybody of an organization",
        properties: {
          assumeRolePolicy: trust({
            Principal: "*",
            Action: "sts:AssumeRole",
            Condition: { StringEquals: { "aws:PrincipalOrgID": "o-0123456789" } },
          }),
        },
      },
      {
        name: "trusts one repository",
        properties: {
          assumeRolePolicy: trust({
            Principal: { Federated: github },
            Action: "sts:AssumeRoleWithWebIdentity",
            Condition: { StringLike: { "token.actions.githubusercontent.com:sub": "repo:acme/shop:*" } },
          }),
        },
      },
    ],
    fail: [
      {
        name: "trusts everybody",
        properties: { assumeRolePolicy: trust({ Principal: { AWS: "*" }, Action: "sts:AssumeRole" }) },
        finds: [
          'assumeRolePolicy.Statement[0].Principal.AWS: expected principals named one by one, got "everybody"',
        ],
      },
      {
        name: "trusts whoever knows a word",
        properties: {
          assumeRolePolicy: trust({
            Principal: "*",
            Action: "sts:AssumeRole",
            Condition: { StringEquals: { "sts:ExternalId": "shop" } },
          }),
        },
        finds: [
          'assumeRolePolicy.Statement[0].Principal.AWS: expected principals named one by one, got "everybody"',
        ],
      },
      {
        name: "trusts everybody but some",
        properties: {
          assumeRolePolicy: trust({ NotPrincipal: { AWS: "111122223333" }, Action: "sts:AssumeRole" }),
        },
        finds: [
          'assumeRolePolicy.Statement[0].NotPrincipal: expected principals named one by one, got "everybody"',
        ],
      },
      {
        name: "trusts every repository",
        properties: {
          assumeRolePolicy: trust({
            Principal: { Federated: github },
            Action: "sts:AssumeRoleWithWebIdentity",
            Condition: { StringEquals: { "token.actions.githubusercontent.com:aud": "sts.amazonaws.com" } },
          }),
        },
        finds: [
          'assumeRolePolicy.Statement[0].Condition: expected a condition on the token\'s subject that names who may come, got "everybody"',
        ],
      },
    ],
  },
});
