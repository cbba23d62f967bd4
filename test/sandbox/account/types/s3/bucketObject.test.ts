import assert from "node:assert/strict";
import { bucket } from "../../../../../sandbox/account/types/s3/bucket";
import { bucketObject, objectCopy } from "../../../../../sandbox/account/types/s3/bucketObject";
import { bucketVersioning } from "../../../../../sandbox/account/types/s3/bucketSettings";
import { failures, refuses, simulation } from "../simulation";

const object = { bucket: "web", key: "a", content: "one" };

describe("an object of a bucket", () => {
  it("has another version with another content, in a bucket that keeps versions", () => {
    const aws = simulation();
    aws.create(bucket, { bucket: "web" });
    aws.create(bucketVersioning, { bucket: "web", versioningConfiguration: { status: "Enabled" } });
    const first = aws.create(bucketObject, object);
    const same = aws.update(bucketObject, first, { ...object, contentType: "text/plain" });
    const second = aws.update(bucketObject, same, { ...object, content: "two" });
    assert.equal(same.properties.versionId, first.properties.versionId);
    assert.notEqual(second.properties.versionId, first.properties.versionId);
    assert.notEqual(second.properties.etag, first.properties.etag);
  });

  it("needs its bucket", () => {
    const copy = { bucket: "web", key: "a", source: "releases/a" };
    for (const [type, inputs, operation] of [
      [bucketObject, object, "S3: PutObject"],
      [objectCopy, copy, "S3: CopyObject"],
    ] as const)
      refuses(
        () => simulation().create(type, inputs),
        "NoSuchBucket",
        operation,
        "The specified bucket does not exist",
      );
  });

  it("keeps its bucket from being deleted, unless that is forced", () => {
    const aws = simulation();
    const kept = aws.create(bucket, { bucket: "web" });
    aws.create(bucketObject, object);
    refuses(
      () => aws.remove(bucket, kept),
      "BucketNotEmpty",
      "S3: DeleteBucket",
      "The bucket you tried to delete is not empty",
    );
    aws.remove(bucket, aws.update(bucket, kept, { bucket: "web", forceDestroy: true }));
  });

  it("is copied from a bucket and a key, and has one content", () => {
    assert.deepEqual(failures(objectCopy, { bucket: "web", key: "a", source: "releases" }), [
      { property: "source", reason: 'expected <bucket>/<key>, got "releases"' },
    ]);
    assert.deepEqual(
      failures(bucketObject, { ...object, contentBase64: "b25l" }).map(({ property }) => property),
      ["contentBase64"],
    );
  });
});
