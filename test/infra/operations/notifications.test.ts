import assert from "node:assert/strict";
import { planTopicKeyStatements, planTopicStatements } from "../../../infra/operations/notifications";
import { anyAccount } from "../account/anyAccount";

describe("the notifications topic", () => {
  it("lets alarms encrypt what they publish, for this account only", () => {
    assert.deepEqual(planTopicKeyStatements(anyAccount()), [
      {
        Sid: "EncryptAlarms",
        Effect: "Allow",
        Principal: { Service: "cloudwatch.amazonaws.com" },
        Action: ["kms:Decrypt", "kms:GenerateDataKey"],
        Resource: "*",
        Condition: { StringEquals: { "aws:SourceAccount": "111122223333" } },
      },
    ]);
  });

  it("takes messages from alarms of its account and region, and from nobody without TLS", () => {
    const topic = "arn:aws:sns:eu-west-1:111122223333:notifications";
    const [publish, refuse, ...others] = planTopicStatements(anyAccount(), topic);
    assert.deepEqual(others, []);
    assert.deepEqual([publish?.Effect, publish?.Action, publish?.Resource], ["Allow", "sns:Publish", topic]);
    assert.deepEqual(publish?.Condition, {
      StringEquals: { "aws:SourceAccount": "111122223333" },
      ArnLike: { "aws:SourceArn": "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:*" },
    });
    assert.deepEqual([refuse?.Effect, refuse?.Principal], ["Deny", "*"]);
    assert.deepEqual(refuse?.Condition, { Bool: { "aws:SecureTransport": "false" } });
  });
});
