import assert from "node:assert/strict";
import { requirePartition } from "../../../sandbox/account/partition";

describe("The partition of a region", () => {
  it("is that of the estate's table", () => {
    assert.deepEqual(
      ["eu-west-1", "cn-north-1", "us-gov-west-1", "eusc-de-east-1", "us-iso-east-1", "us-isob-east-1"].map(
        requirePartition,
      ),
      ["aws", "aws-cn", "aws-us-gov", "aws-eusc", "aws-iso", "aws-iso-b"],
    );
  });

  it("is none for a region that AWS does not have", () => {
    assert.throws(() => requirePartition("eu-wets-1"), {
      message: /^expected a region of AWS \(.+\), got "eu-wets-1"; .+ infra\/config\/awsRegions.ts$/,
    });
  });
});
