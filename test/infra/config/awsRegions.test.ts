import assert from "node:assert/strict";
import { Region } from "@pulumi/aws/types/enums";
import { awsRegions, partitionOf } from "../../../infra/config/awsRegions";

describe("The table of AWS regions", () => {
  it("holds every region that the installed AWS provider knows", () => {
    const missing = Object.values(Region).filter((region) => !awsRegions.includes(region));
    assert.deepEqual(missing, []);
  });

  it("knows the partition of each region, and none of others", () => {
    assert.deepEqual(
      ["eu-west-1", "cn-north-1", "us-gov-west-1", "eusc-de-east-1", "eu-wets-1"].map(partitionOf),
      ["aws", "aws-cn", "aws-us-gov", "aws-eusc", undefined],
    );
  });
});
