import { AwsError } from "../../awsError";
import type { ResourceType } from "../../resourceType";
import type { Properties } from "../../values";
import { text } from "../reading";
import { tokens } from "../tokens";

/** Request metrics of a bucket, or of some of its objects. Not modelled: the metrics. */
export const bucketMetric: ResourceType = {
  token: tokens.bucketMetric,
  source: "internal/service/s3/bucket_metric.go",
  replaceOn: ["bucket", "name"],
  autoName: { property: "name", maxLength: 64 },
  computed: [],
  create(inputs, account) {
    if (account.find(tokens.bucket, text(inputs, "bucket") ?? "") === undefined)
      throw new AwsError(
        "NoSuchBucket",
        "S3: PutBucketMetricsConfiguration",
        "The specified bucket does not exist",
      );
    return { id: idOf(inputs), outputs: {} };
  },
  naturalId: idOf,
};

function idOf(inputs: Properties): string {
  return `${text(inputs, "bucket") ?? ""}:${text(inputs, "name") ?? ""}`;
}
