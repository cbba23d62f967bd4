import { AwsError } from "../../awsError";
import { text } from "../reading";
import { tokens } from "../tokens";
import { bucketSetting } from "./bucketSettings";

/** Not modelled: whether the target's policy lets S3 deliver, which S3 does not ask either. */
export const bucketLogging = bucketSetting({
  token: tokens.bucketLogging,
  source: "internal/service/s3/bucket_logging.go",
  call: "PutBucketLogging",
  replaceOn: ["expectedBucketOwner"],
  require(operation, inputs, _bucket, account) {
    if (account.find(tokens.bucket, text(inputs, "targetBucket") ?? "") === undefined)
      throw new AwsError(
        "InvalidTargetBucketForLogging",
        operation,
        "The target bucket for logging does not exist",
      );
  },
});
