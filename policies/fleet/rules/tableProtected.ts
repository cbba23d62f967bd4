import { Got } from "../../got";
import { defineRule } from "../../rule";
import { isProduction } from "../production";
import { isTrue } from "../values";

export const tableProtected = defineRule({
  id: "dynamodb-table-deletion-protection",
  title: "Tables in production cannot be deleted in one step.",
  severity: "high",
  type: "aws:dynamodb/table:Table",
  remedy: "Set deletionProtectionEnabled to true.",
  fsbp: "DynamoDB.6",
  references: [
    {
      title: "DynamoDB.6: tables should have deletion protection enabled",
      url: "https://docs.aws.amazon.com/securityhub/latest/userguide/dynamodb-controls.html#dynamodb-6",
    },
  ],
  evaluate: ({ deletionProtectionEnabled, tags }, _, context) => {
    if (context.protect || isTrue(deletionProtectionEnabled) || !isProduction(context, tags)) return [];
    return [
      {
        path: "deletionProtectionEnabled",
        expected: "true in production",
        got: Got.of(deletionProtectionEnabled),
      },
    ];
  },
  examples: {
    pass: [
      { name: "is protected", properties: { hashKey: "id", deletionProtectionEnabled: true } },
      { name: "is protected by the engine", protect: true, properties: { hashKey: "id" } },
      { name: "is for development", environment: "dev", properties: { hashKey: "id" } },
    ],
    fail: [
      {
        name: "leaves the protection out, which is none",
        properties: { hashKey: "id" },
        finds: ["deletionProtectionEnabled: expected true in production, got no value"],
      },
    ],
  },
});
