import { defineRule } from "../../rule";
import { findOpenStatements } from "../keyPolicy";

function policyWith(...statements: readonly object[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}

const account = {
  Effect: "Allow",
  Principal: { AWS: "arn:aws:iam::111122223333:root" },
  Action: "kms:*",
  Resource: "*",
};
const everyone = { Effect: "Allow", Principal: { AWS: "*" }, Action: "kms:Decrypt", Resource: "*" };

export const keyPolicyClosed = defineRule({
  id: "kms-key-policy-closed",
  title: "Key policies name who may use the key: one that lets everybody in encrypts for nobody.",
  severity: "critical",
  type: [
    "aws:kms/key:Key",
    "aws:kms/keyPolicy:KeyPolicy",
    "aws:kms/replicaKey:ReplicaKey",
    "aws:kms/externalKey:ExternalKey",
    "aws:kms/replicaExternalKey:ReplicaExternalKey",
  ],
  remedy: "Name the principals, or add a condition on kms:CallerAccount or aws:PrincipalOrgID.",
  references: [
    {
      title: "Key policies in AWS KMS",
      url: "https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html",
    },
  ],
  // Without a policy of its own a key has KMS's default, which is the account's to decide by IAM.
  evaluate: ({ policy }) => (policy == null ? [] : findOpenStatements(policy)),
  examples: {
    pass: [
      {
        name: "leaves the decision to the account's IAM policies",
        properties: { policy: policyWith(account) },
      },
      {
        name: "lets in everybody of the account who comes by way of a service, as AWS managed keys do",
        properties: {
          policy: policyWith({
            ...everyone,
            Condition: {
              StringEquals: {
                "kms:CallerAccount": "111122223333",
                "kms:ViaService": "ec2.eu-west-1.amazonaws.com",
              },
            },
          }),
        },
      },
      {
        name: "lets in the accounts of an organisation",
        properties: {
          policy: policyWith(account, {
            ...everyone,
            Condition: { StringEquals: { "aws:PrincipalOrgID": "o-1234567890" } },
          }),
        },
      },
      {
        name: "denies everybody something",
        properties: {
          policy: policyWith(account, {
            ...everyone,
            Effect: "Deny",
            Action: "kms:ScheduleKeyDeletion",
          }),
        },
      },
      { name: "has the default policy", properties: { description: "Orders" } },
    ],
    fail: [
      {
        name: "lets everybody decrypt",
        properties: { policy: policyWith(account, everyone) },
        finds: [
          'policy.Statement[1].Principal: expected named principals, or a condition on the caller\'s account or organisation, got "*"',
        ],
      },
      {
        name: "lets everybody do everything, in a document of one statement",
        properties: {
          policy: JSON.stringify({
            Statement: { Effect: "Allow", Principal: "*", Action: "kms:*", Resource: "*" },
          }),
        },
        finds: [
          'policy.Statement[0].Principal: expected named principals, or a condition on the caller\'s account or organisation, got "*"',
        ],
      },
      {
        name: "lets in everybody but one",
        properties: {
          policy: policyWith({
            Effect: "Allow",
            NotPrincipal: { AWS: "arn:aws:iam::111122223333:user/jane" },
            Action: "kms:*",
            Resource: "*",
          }),
        },
        finds: [
          'policy.Statement[0].Principal: expected named principals, or a condition on the caller\'s account or organisation, got "*"',
        ],
      },
      {
        name: "asks only by which service the caller comes",
        properties: {
          policy: policyWith({
            ...everyone,
            Condition: { StringEquals: { "kms:ViaService": "ec2.eu-west-1.amazonaws.com" } },
          }),
        },
        finds: [
          'policy.Statement[0].Principal: expected named principals, or a condition on the caller\'s account or organisation, got "*"',
        ],
      },
      {
        name: "narrows the callers to every account",
        properties: {
          policy: policyWith({ ...everyone, Condition: { StringLike: { "aws:PrincipalAccount": ["*"] } } }),
        },
        finds: [
          'policy.Statement[0].Principal: expected named principals, or a condition on the caller\'s account or organisation, got "*"',
        ],
      },
      {
        name: "is the policy of a key declared elsewhere",
        type: "aws:kms/keyPolicy:KeyPolicy",
        properties: { keyId: "1234abcd-12ab-34cd-56ef-1234567890ab", policy: policyWith(account, everyone) },
        finds: [
          'policy.Statement[1].Principal: expected named principals, or a condition on the caller\'s account or organisation, got "*"',
        ],
      },
      {
        name: "has a policy that is none",
        properties: { policy: "kms:*" },
        finds: ["policy: expected a policy document, got a string of 5 characters"],
      },
    ],
  },
});
