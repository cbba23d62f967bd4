import { Got } from "../../got";
import { isProduction } from "../../production";
import type { Example, FailingExample, Rule } from "../../rule";
import { type KeyProperty, keyProperties } from "../customerKeys";
import { exampleKey, isComputedFromKey } from "../kmsKey";
import { keysOf, readPath, withPath } from "../propertyPath";

interface Tagged {
  readonly tags?: Readonly<Record<string, string>>;
}

const expected = "a KMS key of the account's own";
const byType: ReadonlyMap<string, KeyProperty> = new Map(keyProperties.map((each) => [each.type, each]));

export const customerKeyInProduction: Rule = {
  id: "kms-customer-key-in-production",
  title:
    "In production, what AWS always encrypts is encrypted by a key that the account can audit, share and withdraw. Elsewhere AWS's keys will do.",
  severity: "medium",
  types: keyProperties.map(({ type }) => type),
  sees: [],
  remedy: "Set the property to the ARN of a KMS key whose policy lets the service use it.",
  references: [
    {
      title: "AWS KMS keys: customer managed, AWS managed and AWS owned",
      url: "https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html",
    },
  ],
  evaluate: (properties: Tagged, _, context) => {
    const key = byType.get(context.type);
    if (key === undefined || !isProduction(context, properties.tags)) return [];
    const { property } = key;
    if (isComputedFromKey(context, keysOf(property)[0])) return [];
    const value = readPath(properties, property);
    if (isCustomerKey(value) || !key.holdsData(properties)) return [];
    return [{ path: property, expected, got: Got.of(value, awsKeys) }];
  },
  examples: {
    pass: [
      {
        name: "is of another environment",
        environment: "dev",
        properties: { retentionInDays: 90 },
      },
      {
        name: "is tagged for another environment",
        properties: { retentionInDays: 90, tags: { Environment: "staging" } },
      },
      {
        name: "keeps no text that it would encrypt",
        type: "aws:lambda/function:Function",
        properties: { role: "arn:aws:iam::111122223333:role/app" },
      },
      ...keyProperties.map(withKey),
    ],
    fail: [
      {
        name: "names the AWS managed key",
        type: "aws:secretsmanager/secret:Secret",
        properties: { kmsKeyId: "alias/aws/secretsmanager" },
        finds: [`kmsKeyId: expected ${expected}, got "alias/aws/secretsmanager"`],
      },
      ...keyProperties.map(withoutKey),
    ],
  },
};

/** AWS managed keys have aliases of their own, which no other key may have. */
function isCustomerKey(value: unknown): boolean {
  return typeof value === "string" && value !== "" && !/(^|:)alias\/aws\//.test(value);
}

const awsKeys = ["secretsmanager", "backup", "lambda", "rds", "fsx", "elasticache"].map(
  (service) => `alias/aws/${service}`,
);

function withKey({ type, property, rest }: KeyProperty): Example {
  const properties = withPath(rest, property, exampleKey);
  return { name: `is a ${type} with a key`, type, properties };
}

function withoutKey({ type, property, rest }: KeyProperty): FailingExample {
  const finds = [`${property}: expected ${expected}, got no value`] as const;
  return { name: `is a ${type} without one`, type, properties: rest, finds };
}
