import { Got } from "../../got";
import { defineRule } from "../../rule";
import { isProduction } from "../production";
import { isTrue } from "../values";

export const tableBackup = defineRule({
  id: "dynamodb-table-point-in-time-recovery",
  title: "Tables in production can be brought back to any moment of the last days.",
  severity: "high",
  type: "aws:dynamodb/table:Table",
  remedy: "Set pointInTimeRecovery.enabled to true.",
  fsbp: "DynamoDB.2",
  references: [
    {
      title: "DynamoDB.2: tables should have point-in-time recovery enabled",
      url: "https://docs.aws.amazon.com/securityhub/latest/userguide/dynamodb-controls.html#dynamodb-2",
    },
  ],
  evaluate: ({ pointInTimeRecovery, tags }, _, context) => {
    if (isTrue(pointInTimeRecovery?.enabled) || !isProduction(context, tags)) return [];
    return [
      {
        path: "pointInTimeRecovery.enabled",
        expected: "true in production",
        got: Got.of(pointInTimeRecovery?.enabled),
      },
    ];
  },
  examples: {
    pass: [
      { name: "can be brought back", properties: { hashKey: "id", pointInTimeRecovery: { enabled: true } } },
      { name: "is for development", environment: "dev", properties: { hashKey: "id" } },
    ],
    fail: [
      {
        name: "cannot be brought back",
        properties: { hashKey: "id", pointInTimeRecovery: { enabled: false } },
        finds: ["pointInTimeRecovery.enabled: expected true in production, got false"],
      },
      {
        name: "leaves it out, which is off",
        properties: { hashKey: "id" },
        finds: ["pointInTimeRecovery.enabled: expected true in production, got no value"],
      },
    ],
  },
});
