import type { Context } from "../../context";
import { Got } from "../../got";
import { parsePolicy, type Statement } from "../../policyDocument";
import { defineRule } from "../../rule";

function policyWith(...statements: readonly object[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}

const refuse = {
  Effect: "Deny",
  Principal: "*",
  Action: "s3:*",
  Resource: ["arn:aws:s3:::orders", "arn:aws:s3:::orders/*"],
  Condition: { Bool: { "aws:SecureTransport": "false" } },
};
const deliver = {
  Effect: "Allow",
  Principal: { Service: "delivery.logs.amazonaws.com" },
  Action: "s3:PutObject",
  Resource: "arn:aws:s3:::orders/AWSLogs/*",
};
/** An example whose policy has one statement. */
function failing(name: string, statement: object) {
  const policy = policyWith(statement);
  const finds = [`policy: expected ${expected}, got a string of ${policy.length} characters`] as const;
  return { name, properties: { bucket: "orders", policy }, finds };
}

const expected = 'a statement that denies "s3:*" to everyone where aws:SecureTransport is false';

export const bucketPolicyTls = defineRule({
  id: "s3-bucket-policy-tls-only",
  title: "Buckets have a policy that refuses every request that does not come over TLS.",
  severity: "medium",
  type: ["aws:s3/bucketPolicy:BucketPolicy", "aws:s3/bucket:Bucket"],
  sees: ["aws:s3/bucketPolicy:BucketPolicy"],
  remedy:
    'Add { Effect: "Deny", Principal: "*", Action: "s3:*", Resource: [bucket, bucket/*], Condition: { Bool: { "aws:SecureTransport": "false" } } }.',
  fsbp: "S3.5",
  references: [
    {
      title: "Security best practices for Amazon S3: enforce encryption of data in transit",
      url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html",
    },
  ],
  evaluate: ({ policy, bucket }, _, context) => {
    // A policy that is declared apart is judged itself.
    if (policy == null && hasPolicyApart(bucket, context)) return [];
    if (policy != null && parsePolicy(policy)?.some(refusesPlainRequests)) return [];
    return [{ path: "policy", expected, got: Got.of(policy) }];
  },
  examples: {
    pass: [
      {
        name: "refuses requests without TLS, and lets logs be delivered",
        properties: { bucket: "orders", policy: policyWith(deliver, refuse) },
      },
      {
        name: "says so in other words",
        properties: {
          bucket: "orders",
          policy: policyWith({
            ...refuse,
            Principal: { AWS: ["*"] },
            Action: ["*"],
            Resource: "*",
            Condition: { BoolIfExists: { "AWS:SecureTransport": [false] } },
          }),
        },
      },
      {
        name: "is a bucket whose policy is declared apart",
        type: "aws:s3/bucket:Bucket",
        properties: { forceDestroy: true },
        beside: [
          {
            type: "aws:s3/bucketPolicy:BucketPolicy",
            name: "orders",
            properties: { bucket: "orders-1a2b3c4", policy: policyWith(refuse) },
            computedFrom: { bucket: ["example"] },
          },
        ],
      },
      {
        name: "is a bucket that its policy knows by name",
        type: "aws:s3/bucket:Bucket",
        properties: { bucket: "orders" },
        beside: [
          {
            type: "aws:s3/bucketPolicy:BucketPolicy",
            name: "orders",
            properties: { bucket: "orders", policy: policyWith(refuse) },
          },
        ],
      },
    ],
    fail: [
      {
        ...failing("is the policy within a bucket's own declaration, and says nothing about TLS", deliver),
        type: "aws:s3/bucket:Bucket",
      },
      {
        name: "is a bucket without a policy",
        type: "aws:s3/bucket:Bucket",
        properties: {},
        finds: [`policy: expected ${expected}, got no value`],
      },
      {
        name: "is a bucket beside the policy of another",
        type: "aws:s3/bucket:Bucket",
        properties: { bucket: "orders" },
        beside: [
          {
            type: "aws:s3/bucketPolicy:BucketPolicy",
            name: "invoices",
            properties: { bucket: "invoices", policy: policyWith(refuse) },
          },
        ],
        finds: [`policy: expected ${expected}, got no value`],
      },
      failing("says nothing about TLS", deliver),
      failing("refuses only reads", { ...refuse, Action: "s3:GetObject" }),
      failing("refuses only some callers", {
        ...refuse,
        Principal: { AWS: "arn:aws:iam::111122223333:user/jane" },
      }),
      failing("refuses requests about the bucket, and none about its objects", {
        ...refuse,
        Resource: "arn:aws:s3:::orders",
      }),
      failing("refuses the requests that come over TLS", {
        ...refuse,
        Condition: { Bool: { "aws:SecureTransport": "true" } },
      }),
      failing("refuses on a further condition", {
        ...refuse,
        Condition: { ...refuse.Condition, IpAddress: { "aws:SourceIp": "192.0.2.0/24" } },
      }),
      failing("allows what it should refuse", { ...refuse, Effect: "Allow" }),
    ],
  },
});

function hasPolicyApart(name: unknown, { stack, urn }: Context): boolean {
  return stack
    .all("aws:s3/bucketPolicy:BucketPolicy")
    .some(({ properties, computedFrom: { bucket: from = [] } }) =>
      from.length > 0 ? from.includes(urn) : name != null && properties.bucket === name,
    );
}

/** For all callers, all requests and all objects, on no other condition. */
function refusesPlainRequests(statement: Statement): boolean {
  const [condition, ...more] = statement.conditions;
  return (
    !statement.allows &&
    statement.principals.AWS?.includes("*") === true &&
    statement.actions.some((action) => action === "s3:*" || action === "*") &&
    statement.resources.some((resource) => /(^|[/:])\*$/.test(resource)) &&
    more.length === 0 &&
    condition?.key === "aws:securetransport" &&
    /^bool(ifexists)?$/.test(condition.operator) &&
    condition.values.every((value) => value.toLowerCase() === "false")
  );
}
