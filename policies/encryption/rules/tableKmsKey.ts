import { Got } from "../../got";
import { isProduction } from "../../production";
import { defineRule } from "../../rule";
import { isTrue, switchTexts } from "../../values";

const table = { name: "orders", hashKey: "id", attributes: [{ name: "id", type: "S" }] };

export const tableKmsKey = defineRule({
  id: "dynamodb-table-kms-encrypted",
  title:
    "In production, tables are encrypted by a KMS key, whose use CloudTrail records. DynamoDB's own key, the default, leaves no trace.",
  severity: "medium",
  type: "aws:dynamodb/table:Table",
  remedy:
    "Set serverSideEncryption.enabled to true, and kmsKeyArn to a key of your own where AWS's managed one will not do.",
  references: [
    {
      title: "DynamoDB encryption at rest",
      url: "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/EncryptionAtRest.html",
    },
  ],
  evaluate: ({ serverSideEncryption, tags }, _, context) => {
    if (!isProduction(context, tags)) return [];
    const enabled = serverSideEncryption?.enabled;
    if (isTrue(enabled)) return [];
    return [{ path: "serverSideEncryption.enabled", expected: "true", got: Got.of(enabled, switchTexts) }];
  },
  examples: {
    pass: [
      {
        name: "is encrypted by AWS's managed key",
        properties: { ...table, serverSideEncryption: { enabled: true } },
      },
      {
        name: "is encrypted by a key of the account's own",
        properties: { ...table, serverSideEncryption: { enabled: true, kmsKeyArn: "alias/orders" } },
      },
      { name: "is of another environment", environment: "dev", properties: table },
      {
        name: "is tagged for another environment",
        properties: { ...table, tags: { Environment: "test" } },
      },
    ],
    fail: [
      {
        name: "asks for DynamoDB's own key",
        properties: { ...table, serverSideEncryption: { enabled: false } },
        finds: ["serverSideEncryption.enabled: expected true, got false"],
      },
      {
        name: "leaves the key to DynamoDB",
        properties: table,
        finds: ["serverSideEncryption.enabled: expected true, got no value"],
      },
    ],
  },
});
