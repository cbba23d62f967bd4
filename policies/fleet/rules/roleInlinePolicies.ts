import { defineRule } from "../../rule";
import { findInPolicy, findWildcardActions, findWildcardResources } from "../permissions";
import { eachOf } from "../values";

export const roleInlinePolicies = defineRule({
  id: "iam-role-inline-policies-no-wildcards",
  title: "Roles name the actions that their inline policies allow, and the resources.",
  severity: "high",
  type: "aws:iam/role:Role",
  remedy: "Name the actions and ARNs that the workload uses.",
  fsbp: "IAM.21",
  cis: "1.16",
  references: [
    {
      title: "Apply least-privilege permissions",
      url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege",
    },
  ],
  evaluate: ({ inlinePolicies }, separately) =>
    separately(
      ...eachOf(inlinePolicies, ({ policy }, index) =>
        findInPolicy(policy, `inlinePolicies[${index}].policy`, (statement, path) => [
          ...findWildcardActions(statement, path),
          ...findWildcardResources(statement, path),
        ]),
      ),
    ),
  examples: {
    pass: [
      {
        name: "names what it needs",
        properties: {
          assumeRolePolicy: "{}",
          inlinePolicies: [
            {
              name: "read",
              policy:
                '{"Statement":{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::artifacts/*"}}',
            },
          ],
        },
      },
      { name: "has none", properties: { assumeRolePolicy: "{}" } },
    ],
    fail: [
      {
        name: "allows everything on everything",
        properties: {
          assumeRolePolicy: "{}",
          inlinePolicies: [
            { name: "admin", policy: '{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}' },
          ],
        },
        finds: [
          'inlinePolicies[0].policy.Statement[0].Action: expected actions named one by one, got "every action"',
          'inlinePolicies[0].policy.Statement[0].Resource: expected the resources that it needs, got "every resource"',
        ],
      },
    ],
  },
});
