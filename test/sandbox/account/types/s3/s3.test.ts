import assert from "node:assert/strict";
import { bucket } from "../../../../../sandbox/account/types/s3/bucket";
import { bucketPolicy } from "../../../../../sandbox/account/types/s3/bucketPolicy";
import {
  bucketLifecycleConfiguration,
  bucketOwnershipControls,
  bucketPublicAccessBlock,
  bucketServerSideEncryptionConfiguration,
  bucketVersioning,
} from "../../../../../sandbox/account/types/s3/bucketSettings";
import { failures, refuses, resourcePolicy, type Simulation, simulation } from "../simulation";

describe("S3 of the simulated account", () => {
  let aws: Simulation;
  beforeEach(() => {
    aws = simulation();
  });
  const logs = () => aws.create(bucket, { bucket: "logs-of-web" });

  it("knows a bucket by its name, with an ARN without region or account", () => {
    const { id, properties } = logs();
    assert.equal(id, "logs-of-web");
    assert.equal(properties.arn, "arn:aws:s3:::logs-of-web");
    assert.equal(properties.bucketRegionalDomainName, "logs-of-web.s3.eu-west-1.amazonaws.com");
  });

  for (const name of [
    "ab",
    "Logs",
    "logs_of_web",
    "-logs",
    "logs-",
    "logs..web",
    "192.168.0.1",
    "xn--logs",
    "logs-s3alias",
  ])
    it(`refuses the bucket name ${name}, with InvalidBucketName`, () => {
      refuses(
        () => aws.create(bucket, { bucket: name }),
        "InvalidBucketName",
        "S3: CreateBucket",
        "The specified bucket is not valid.",
      );
    });

  it("refuses a bucket that the account has, with BucketAlreadyOwnedByYou", () => {
    logs();
    refuses(
      logs,
      "BucketAlreadyOwnedByYou",
      "S3: CreateBucket",
      "Your previous request to create the named bucket succeeded and you already own it.",
    );
  });

  it("refuses a setting of a bucket that does not exist, with NoSuchBucket", () => {
    const policy = resourcePolicy({ Resource: "arn:aws:s3:::none/*" });
    refuses(
      () => aws.create(bucketPolicy, { bucket: "none", policy }),
      "NoSuchBucket",
      "S3: PutBucketPolicy",
      "The specified bucket does not exist",
    );
  });

  it("refuses a policy about another bucket, with MalformedPolicy", () => {
    logs();
    for (const resource of ["arn:aws:s3:::logs-of-webhooks/*", "*"])
      refuses(
        () =>
          aws.create(bucketPolicy, { bucket: "logs-of-web", policy: resourcePolicy({ Resource: resource }) }),
        "MalformedPolicy",
        "S3: PutBucketPolicy",
        "Policy has invalid resource",
      );
  });

  it("refuses a public policy where public access is blocked, with AccessDenied", () => {
    logs();
    aws.create(bucketPublicAccessBlock, { bucket: "logs-of-web", blockPublicPolicy: true });
    const about = { Resource: ["arn:aws:s3:::logs-of-web", "arn:aws:s3:::logs-of-web/*"] };
    for (const Principal of ["*", { AWS: "*" }, { AWS: ["*"] }])
      refuses(
        () =>
          aws.create(bucketPolicy, {
            bucket: "logs-of-web",
            policy: resourcePolicy({ ...about, Principal }),
          }),
        "AccessDenied",
        "S3: PutBucketPolicy",
        "public policies are blocked by the BlockPublicPolicy block public access setting.",
      );
    const denies = resourcePolicy({ ...about, Principal: "*", Effect: "Deny" });
    aws.create(bucketPolicy, { bucket: "logs-of-web", policy: denies });
  });

  it("cannot switch versioning off again once it was on", () => {
    logs();
    const inputs = (status: string) => ({ bucket: "logs-of-web", versioningConfiguration: { status } });
    const entry = aws.create(bucketVersioning, inputs("Enabled"));
    aws.update(bucketVersioning, entry, inputs("Suspended"));
    refuses(
      () => aws.update(bucketVersioning, entry, inputs("Disabled")),
      "MalformedXML",
      "S3: PutBucketVersioning",
      "versioningConfiguration.status cannot be updated from 'Suspended' to 'Disabled'",
    );
  });

  it("refuses two lifecycle rules of one id, with InvalidArgument", () => {
    logs();
    const rule = { id: "expire", status: "Enabled" };
    refuses(
      () => aws.create(bucketLifecycleConfiguration, { bucket: "logs-of-web", rules: [rule, rule] }),
      "InvalidArgument",
      "S3: PutBucketLifecycleConfiguration",
      "Rule ID must be unique. Found same ID for more than one rule",
    );
  });

  it("is not asked for values that it does not know", () => {
    const sse = { rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "rot13" } }] };
    assert.deepEqual(failures(bucketServerSideEncryptionConfiguration, sse), [
      {
        property: "rules.applyServerSideEncryptionByDefault.sseAlgorithm",
        reason: 'expected one of AES256, aws:fsx, aws:kms, aws:kms:dsse, got "rot13"',
      },
    ]);
    assert.deepEqual(failures(bucketOwnershipControls, { rule: { objectOwnership: "Nobody" } }), [
      {
        property: "rule.objectOwnership",
        reason: 'expected one of BucketOwnerEnforced, BucketOwnerPreferred, ObjectWriter, got "Nobody"',
      },
    ]);
    assert.deepEqual(failures(bucketLifecycleConfiguration, { rules: [{ id: "a", status: "On" }] }), [
      { property: "rules[0].status", reason: 'expected one of Enabled, Disabled, got "On"' },
    ]);
  });
});
