import { AwsError } from "../../awsError";
import type { ResourceType } from "../../resourceType";
import { nameOf } from "../naming";
import { flag, text } from "../reading";
import { tokens } from "../tokens";
import { objectsOf } from "./bucketObject";

const CREATE = "S3: CreateBucket";

/**
 * A bucket. Of objects it knows those that a program made; others (logs, say) it has none. Not modelled: names that other
 * accounts hold; websites; the deprecated settings inside a bucket (they are accepted; the resources beside it are
 * modelled).
 */
export const bucket: ResourceType = {
  token: tokens.bucket,
  source: "internal/service/s3/bucket.go",
  replaceOn: ["bucket", "bucketPrefix", "objectLockEnabled"],
  autoName: { property: "bucket", maxLength: 63, transform: (name) => name.toLowerCase() },
  defaults: { forceDestroy: false },
  computed: [
    "arn",
    "bucket",
    "bucketDomainName",
    "bucketPrefix",
    "bucketRegion",
    "bucketRegionalDomainName",
    "hostedZoneId",
    "objectLockEnabled",
  ],
  validate(inputs) {
    const name = text(inputs, "bucket");
    return name !== undefined && name.length > 63
      ? [{ property: "bucket", reason: `expected at most 63 characters, got ${name.length}` }]
      : [];
  },
  create(inputs, account) {
    const name = nameOf(inputs, account, "bucket");
    if (!isBucketName(name))
      throw new AwsError("InvalidBucketName", CREATE, "The specified bucket is not valid.");
    if (account.find(tokens.bucket, name) !== undefined)
      throw new AwsError(
        "BucketAlreadyOwnedByYou",
        CREATE,
        "Your previous request to create the named bucket succeeded and you already own it.",
      );
    return {
      id: name,
      outputs: {
        arn: `arn:${account.partition}:s3:::${name}`,
        bucket: name,
        bucketDomainName: `${name}.s3.amazonaws.com`,
        bucketPrefix: text(inputs, "bucketPrefix") ?? "",
        bucketRegion: account.region,
        bucketRegionalDomainName: `${name}.s3.${account.region}.amazonaws.com`,
        hostedZoneId: "",
        objectLockEnabled: flag(inputs, "objectLockEnabled") ?? false,
      },
    };
  },
  remove(id, properties, account) {
    if (flag(properties, "forceDestroy") !== true && objectsOf(account, id).length > 0)
      throw new AwsError("BucketNotEmpty", "S3: DeleteBucket", "The bucket you tried to delete is not empty");
  },
  goesWith: (id, account) => objectsOf(account, id),
};

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html */
function isBucketName(name: string): boolean {
  return (
    /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(name) &&
    !name.includes("..") &&
    !/^\d{1,3}(\.\d{1,3}){3}$/.test(name) &&
    !/^(xn--|sthree-|amzn-s3-demo-)/.test(name) &&
    !/(-s3alias|--ol-s3|\.mrap|--x-s3)$/.test(name)
  );
}
