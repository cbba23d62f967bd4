import assert from "node:assert/strict";
import { connectBucket } from "../../../infra/state/bucket/connect";
import { mayWrite } from "../../../infra/state/connection";
import { anyAccount } from "../account/anyAccount";

describe("mayWrite", () => {
  it("is what write and administer may, and read may not", () => {
    assert.deepEqual((["read", "write", "administer"] as const).map(mayWrite), [false, true, true]);
  });

  it("is nothing that a word means which nobody knows", () => {
    const use = Object.assign({ workload: "web", access: "write" as const }, { access: "wirte" });
    const facts = { store: "assets", bucketName: "assets", bucketArn: "arn:assets", keyArn: "arn:key" };
    const { statements } = connectBucket(anyAccount(), facts, use);
    assert.deepEqual(
      statements.map(({ Action }) => Action),
      ["s3:ListBucket", ["s3:GetObject"], ["kms:Decrypt"]],
    );
  });
});
