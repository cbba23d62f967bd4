import assert from "node:assert/strict";
import { renderPolicy, renderTrust } from "../../../infra/account/policyDocument";

describe("renderPolicy", () => {
  it("writes the statements in their order, in IAM's current language version", () => {
    const read = { Sid: "Read", Effect: "Allow", Action: "s3:GetObject", Resource: "*" } as const;
    const write = { Sid: "Write", Effect: "Deny", Action: ["s3:PutObject"], Resource: "*" } as const;
    assert.equal(
      renderPolicy([read, write]),
      '{"Version":"2012-10-17","Statement":[{"Sid":"Read","Effect":"Allow","Action":"s3:GetObject","Resource":"*"},{"Sid":"Write","Effect":"Deny","Action":["s3:PutObject"],"Resource":"*"}]}',
    );
  });
});

describe("renderTrust", () => {
  const trust = {
    Sid: "AssumedByService",
    Effect: "Allow",
    Principal: { Service: "ec2.amazonaws.com" },
    Action: "sts:AssumeRole",
  };

  it("lets one service assume the role, and names no resource, which a trust policy must not", () => {
    assert.deepEqual(JSON.parse(renderTrust("ec2.amazonaws.com")), {
      Version: "2012-10-17",
      Statement: [trust],
    });
  });

  it("binds the service to a condition where one is given", () => {
    const condition = { StringEquals: { "aws:SourceAccount": "111122223333" } };
    assert.deepEqual(JSON.parse(renderTrust("ec2.amazonaws.com", condition)), {
      Version: "2012-10-17",
      Statement: [{ ...trust, Condition: condition }],
    });
  });
});
