import assert from "node:assert/strict";
import { logGroup } from "../../../../../sandbox/account/types/cloudwatch/logGroup";
import { alias } from "../../../../../sandbox/account/types/kms/alias";
import { key } from "../../../../../sandbox/account/types/kms/key";
import { failures, refuses, resourcePolicy, type Simulation, simulation } from "../simulation";

const root = "arn:aws:iam::111122223333:root";

describe("KMS of the simulated account", () => {
  let aws: Simulation;
  beforeEach(() => {
    aws = simulation();
  });

  it("gives a key a policy for its own account when the program gives none", () => {
    const { id, properties } = aws.create(key, {});
    assert.equal(properties.arn, `arn:aws:kms:eu-west-1:111122223333:key/${id}`);
    assert.ok(String(properties.policy).includes(root));
    assert.equal(properties.rotationPeriodInDays, 0);
    assert.equal(aws.create(key, { enableKeyRotation: true }).properties.rotationPeriodInDays, 365);
  });

  it("refuses a policy that would lock its account out, with MalformedPolicyDocumentException", () => {
    const policy = resourcePolicy({});
    refuses(
      () => aws.create(key, { policy }),
      "MalformedPolicyDocumentException",
      "KMS: CreateKey",
      "The new key policy will not allow you to update the key policy in the future.",
    );
    aws.create(key, { policy, bypassPolicyLockoutSafetyCheck: true });
  });

  it("refuses an alias of a key that does not exist, with NotFoundException", () => {
    refuses(
      () => aws.create(alias, { name: "alias/logs", targetKeyId: "none" }),
      "NotFoundException",
      "KMS: CreateAlias",
      "Key 'none' does not exist",
    );
  });

  it("refuses a second alias of a name, with AlreadyExistsException", () => {
    const target = aws.create(key, {});
    const inputs = { name: "alias/logs", targetKeyId: target.id };
    assert.equal(aws.create(alias, inputs).properties.targetKeyArn, target.properties.arn);
    refuses(
      () => aws.create(alias, inputs),
      "AlreadyExistsException",
      "KMS: CreateAlias",
      "An alias with the name arn:aws:kms:eu-west-1:111122223333:alias/logs already exists",
    );
  });

  for (const name of ["logs", "alias/aws/logs", "alias/", "alias/my logs"])
    it(`is not asked for an alias called "${name}"`, () => {
      const reason = `"${name}" must begin with alias/ (not alias/aws/), then letters, digits, / _ -`;
      assert.deepEqual(failures(alias, { name, targetKeyId: "k" }), [{ property: "name", reason }]);
    });

  it("is not asked for a waiting period or rotation that it does not know", () => {
    assert.deepEqual(failures(key, { deletionWindowInDays: 6, rotationPeriodInDays: 89 }), [
      { property: "deletionWindowInDays", reason: "expected 7 to 30 days, got 6" },
      { property: "rotationPeriodInDays", reason: "expected 90 to 2560 days, got 89" },
    ]);
  });

  it("encrypts a log group only with a key whose policy names CloudWatch Logs", () => {
    const closed = String(aws.create(key, {}).properties.arn);
    const arn = "arn:aws:logs:eu-west-1:111122223333:log-group:/web";
    for (const kmsKeyId of [closed, closed.replace(/.$/, "x")])
      refuses(
        () => aws.create(logGroup, { name: "/web", kmsKeyId }),
        "InvalidParameterException",
        "CloudWatch Logs: CreateLogGroup",
        `The specified KMS key does not exist or is not allowed to be used with Arn '${arn}'`,
      );
    const policy = resourcePolicy({ Principal: { AWS: root, Service: "logs.eu-west-1.amazonaws.com" } });
    const kmsKeyId = String(aws.create(key, { policy }).properties.arn);
    assert.equal(aws.create(logGroup, { name: "/web", kmsKeyId }).properties.arn, arn);
  });
});
