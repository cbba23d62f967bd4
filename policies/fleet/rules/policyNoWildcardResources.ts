import { defineRule } from "../../rule";
import { findInPolicy, findWildcardResources } from "../permissions";

interface Holder {
  readonly policy?: unknown;
}

export const policyNoWildcardResources = defineRule({
  id: "iam-policy-no-wildcard-resources",
  title: "Policies name the resources on which they allow what can be limited to some.",
  severity: "medium",
  type: [
    "aws:iam/rolePolicy:RolePolicy",
    "aws:iam/policy:Policy",
    "aws:iam/userPolicy:UserPolicy",
    "aws:iam/groupPolicy:GroupPolicy",
  ],
  remedy: "Name the ARNs that the workload uses, or narrow them by a condition such as aws:ResourceTag.",

  references: [
    {
      title: "Apply least-privilege permissions",
      url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege",
    },
  ],
  evaluate: ({ policy }: Holder) => findInPolicy(policy, "policy", findWildcardResources),
  examples: {
    pass: [
      {
        name: "names its resources",
        properties: {
          role: "web",
          policy: render({ Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::artifacts/*" }),
        },
      },
      {
        name: "describes and reports, which no resource can limit",
        properties: {
          role: "web",
          policy: render({
            Effect: "Allow",
            Action: ["ec2:Describe*", "cloudwatch:PutMetricData", "ssm:UpdateInstanceInformation"],
            Resource: "*",
          }),
        },
      },
      {
        name: "narrows the resources by their tags",
        properties: {
          role: "web",
          policy: render({
            Effect: "Allow",
            Action: "ec2:TerminateInstances",
            Resource: "*",
            Condition: { StringEquals: { "aws:ResourceTag/role": "web" } },
          }),
        },
      },
    ],
    fail: [
      {
        name: "reads every object of every bucket",
        properties: {
          role: "web",
          policy: render({ Effect: "Allow", Action: ["s3:GetObject"], Resource: "*" }),
        },
        finds: ['policy.Statement[0].Resource: expected the resources that it needs, got "every resource"'],
      },
      {
        name: "writes to every bucket",
        properties: {
          role: "web",
          policy: render({ Effect: "Allow", Action: "s3:PutObject", Resource: "arn:aws:s3:::*" }),
        },
        finds: ['policy.Statement[0].Resource: expected the resources that it needs, got "every resource"'],
      },
      {
        name: "decrypts with every key",
        properties: {
          role: "web",
          policy: render([
            { Effect: "Allow", Action: "ec2:Describe*", Resource: "*" },
            { Effect: "Allow", Action: "kms:Decr*", Resource: ["*"] },
          ]),
        },
        finds: ['policy.Statement[1].Resource: expected the resources that it needs, got "every resource"'],
      },
      {
        name: "reads every secret, if by TLS",
        properties: {
          role: "web",
          policy: render({
            Effect: "Allow",
            Action: "secretsmanager:GetSecretValue",
            Resource: "*",
            Condition: { Bool: { "aws:SecureTransport": "true" } },
          }),
        },
        finds: ['policy.Statement[0].Resource: expected the resources that it needs, got "every resource"'],
      },
      {
        name: "spares one bucket",
        properties: {
          role: "web",
          policy: render({ Effect: "Allow", Action: "s3:GetObject", NotResource: "arn:aws:s3:::secret/*" }),
        },
        finds: [
          'policy.Statement[0].NotResource: expected the resources that it needs, got "every resource but some"',
        ],
      },
    ],
  },
});

function render(statement: object): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: statement });
}
