import assert from "node:assert/strict";
import { parameter } from "../../../../../sandbox/account/types/ssm/parameter";
import { failures, refuses, simulation } from "../simulation";

const ami = {
  name: "/web/ami",
  type: "String",
  dataType: "aws:ec2:image",
  insecureValue: "ami-0123456789abcdef0",
};

describe("a parameter of Parameter Store", () => {
  it("has a version for each value that it had", () => {
    const aws = simulation();
    const made = aws.create(parameter, ami);
    const moved = aws.update(parameter, made, { ...ami, insecureValue: "ami-0fedcba9876543210" });
    assert.deepEqual([made.properties.version, moved.properties.version], [1, 2]);
    assert.equal(moved.properties.value, "ami-0fedcba9876543210");
  });

  it("is there once under its name", () => {
    const aws = simulation();
    aws.create(parameter, ami);
    refuses(
      () => aws.create(parameter, ami),
      "ParameterAlreadyExists",
      "SSM: PutParameter",
      "The parameter already exists. To overwrite this value, set the overwrite option in the request to true.",
    );
  });

  it("of an image holds the id of one", () => {
    refuses(
      () => simulation().create(parameter, { ...ami, insecureValue: "latest" }),
      "ValidationException",
      "SSM: PutParameter",
      "Parameter value of data type aws:ec2:image must be an AMI id",
    );
  });

  it("has one value, which a SecureString does not have in the clear", () => {
    assert.deepEqual(
      failures(parameter, { ...ami, value: "ami-0123456789abcdef0" }).map(({ property }) => property),
      ["value"],
    );
    assert.deepEqual(
      failures(parameter, { ...ami, type: "SecureString" }).map(({ property }) => property),
      ["insecureValue"],
    );
  });
});
