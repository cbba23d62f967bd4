import { defineRule } from "../../rule";
import { findInPolicy, findWildcardActions } from "../permissions";

interface Holder {
  readonly policy?: unknown;
}

export const policyNoWildcardActions = defineRule({
  id: "iam-policy-no-wildcard-actions",
  title: "Policies name the actions that they allow: what a role may do is what somebody thought of.",
  severity: "high",
  type: [
    "aws:iam/rolePolicy:RolePolicy",
    "aws:iam/policy:Policy",
    "aws:iam/userPolicy:UserPolicy",
    "aws:iam/groupPolicy:GroupPolicy",
  ],
  remedy: "Name the actions that the workload calls; CloudTrail and IAM Access Analyzer know them.",
  fsbp: "IAM.21",
  cis: "1.16",
  references: [
    {
      title: "IAM.21: customer managed policies should not allow wildcard actions for services",
      url: "https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html#iam-21",
    },
  ],
  evaluate: ({ policy }: Holder) => findInPolicy(policy, "policy", findWildcardActions),
  examples: {
    pass: [
      {
        name: "names its actions",
        properties: {
          role: "web",
          policy: render({
            Effect: "Allow",
            Action: ["s3:GetObject", "s3:List*"],
            Resource: "arn:aws:s3:::artifacts/*",
          }),
        },
      },
      {
        name: "denies everything that is not encrypted",
        properties: {
          role: "web",
          policy: render({
            Effect: "Deny",
            Action: "*",
            Resource: "*",
            Condition: { Bool: { "aws:SecureTransport": "false" } },
          }),
        },
      },
      {
        name: "opens Session Manager's channels",
        properties: {
          role: "web",
          policy: render([{ Effect: "Allow", Action: ["ssmmessages:*", "ec2messages:*"], Resource: "*" }]),
        },
      },
    ],
    fail: [
      {
        name: "allows everything",
        properties: { role: "web", policy: render({ Effect: "Allow", Action: "*", Resource: "*" }) },
        finds: ['policy.Statement[0].Action: expected actions named one by one, got "every action"'],
      },
      {
        name: "allows everything of a service, in capitals",
        properties: { role: "web", policy: render([{ effect: "Allow", action: ["S3:*"], resource: ["*"] }]) },
        finds: [
          'policy.Statement[0].Action: expected actions named one by one, got "every action of a service"',
        ],
      },
      {
        name: "allows everything but some",
        properties: { role: "web", policy: render({ Effect: "Allow", NotAction: ["iam:*"], Resource: "*" }) },
        finds: [
          'policy.Statement[0].NotAction: expected actions named one by one, got "every action but some"',
        ],
      },
      {
        name: "is no policy",
        properties: { role: "web", policy: "{" },
        finds: ["policy: expected an IAM policy as JSON, got a string of 1 characters"],
      },
    ],
  },
});

function render(statement: object): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: statement });
}
