import assert from "node:assert/strict";
import { recordStack, stackConfigOf } from "../recordEstate";
import { type RecordedEstate, valueAt } from "../recordedEstate";

describe("LoadBalancer", () => {
  let dev: RecordedEstate;
  before(async () => {
    dev = await recordStack("dev");
  });

  it("answers 404 to what no workload asks for, by HTTPS with TLS 1.2 and later", () => {
    const { port, protocol, sslPolicy, certificateArn, defaultActions } = dev.named(
      "Listener",
      "load-balancer-https",
    );
    assert.deepEqual([port, protocol, sslPolicy], [443, "HTTPS", "ELBSecurityPolicy-TLS13-1-2-2021-06"]);
    assert.equal(certificateArn, stackConfigOf("dev").loadBalancer.certificateArn);
    assert.deepEqual(defaultActions, [
      {
        type: "fixed-response",
        fixedResponse: { statusCode: "404", contentType: "text/plain", messageBody: "Not found" },
      },
    ]);
  });

  it("answers HTTP with a permanent redirect to HTTPS", () => {
    assert.deepEqual(dev.named("Listener", "load-balancer-http").defaultActions, [
      { type: "redirect", redirect: { protocol: "HTTPS", port: "443", statusCode: "HTTP_301" } },
    ]);
  });

  it("stands in the public subnets of all zones", () => {
    const { subnets, internal } = dev.only("LoadBalancer");
    assert.ok(Array.isArray(subnets));
    assert.deepEqual([new Set(subnets).size, internal], [3, false]);
  });

  it("logs every request to its bucket, and drops headers that are none", () => {
    const { accessLogs, dropInvalidHeaderFields } = dev.only("LoadBalancer");
    assert.equal(dropInvalidHeaderFields, true);
    assert.equal(valueAt(accessLogs, "enabled"), true);
    assert.equal(valueAt(accessLogs, "bucket"), dev.named("BucketPolicy", "access-logs").bucket);
  });

  it("is protected in prod, logs included, and goes with its logs in dev", async () => {
    const protection = (estate: RecordedEstate) => [
      estate.only("LoadBalancer").enableDeletionProtection,
      estate.named("Bucket", "access-logs").forceDestroy,
    ];
    assert.deepEqual(protection(dev), [false, true]);
    assert.deepEqual(protection(await recordStack("prod")), [true, false]);
  });
});

describe("AccessLogBucket", () => {
  let dev: RecordedEstate;
  before(async () => {
    dev = await recordStack("dev");
  });

  it("is closed to the public in every way there is", () => {
    const { bucket, ...blocks } = dev.named("BucketPublicAccessBlock", "access-logs");
    assert.equal(typeof bucket, "string");
    assert.deepEqual(blocks, {
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    });
  });

  it("encrypts by S3's own keys, the only ones a load balancer can write with", () => {
    assert.deepEqual(dev.named("BucketServerSideEncryptionConfiguration", "access-logs").rules, [
      { applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } },
    ]);
  });

  it("forgets logs after the stack's days", async () => {
    const days = (estate: RecordedEstate) =>
      valueAt(estate.named("BucketLifecycleConfiguration", "access-logs").rules, 0, "expiration", "days");
    assert.deepEqual([days(dev), days(await recordStack("prod"))], [30, 365]);
  });
});
