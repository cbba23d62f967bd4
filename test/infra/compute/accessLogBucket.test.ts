import assert from "node:assert/strict";
import { planAccessLogStatements } from "../../../infra/compute/accessLogBucket";
import { anyAccount } from "../account/anyAccount";

describe("planAccessLogStatements", () => {
  it("lets load balancers deliver below the account's own prefix, and refuses everyone without TLS", () => {
    assert.deepEqual(planAccessLogStatements(anyAccount(), "arn:aws:s3:::logs"), [
      {
        Sid: "DeliverAccessLogs",
        Effect: "Allow",
        Principal: { Service: "logdelivery.elasticloadbalancing.amazonaws.com" },
        Action: "s3:PutObject",
        Resource: "arn:aws:s3:::logs/AWSLogs/111122223333/*",
      },
      {
        Sid: "RefuseWithoutTls",
        Effect: "Deny",
        Principal: "*",
        Action: "s3:*",
        Resource: ["arn:aws:s3:::logs", "arn:aws:s3:::logs/*"],
        Condition: { Bool: { "aws:SecureTransport": "false" } },
      },
    ]);
  });
});
