import type { PolicyStatement } from "../../account/policyDocument";
import type { LogArchiveConfig } from "../../config/sections/stores/logArchive";
import type { AlarmRow } from "../storeAlarms";

export const archiveName = "log-archive";

/** After this many days nobody reads them but an auditor, who can wait a moment and pay for the reading. */
const coldAfterDays = 90;

export function planArchiveLifecycle({ retentionDays }: LogArchiveConfig) {
  return [
    {
      id: "archive",
      status: "Enabled",
      filter: {},
      transitions: [{ days: coldAfterDays, storageClass: "GLACIER_IR" }],
      expiration: { days: retentionDays },
      noncurrentVersionExpiration: { noncurrentDays: 1 },
    },
  ];
}

/** What Firehose needs to put events into the bucket, and nothing that reads them. */
export function planDeliveryStatements(bucketArn: string, keyArn: string): PolicyStatement[] {
  return [
    {
      Sid: "PutEvents",
      Effect: "Allow",
      Action: ["s3:PutObject", "s3:AbortMultipartUpload"],
      Resource: `${bucketArn}/*`,
    },
    {
      Sid: "FindBucket",
      Effect: "Allow",
      Action: ["s3:GetBucketLocation", "s3:ListBucket", "s3:ListBucketMultipartUploads"],
      Resource: bucketArn,
    },
    {
      Sid: "EncryptEvents",
      Effect: "Allow",
      Action: ["kms:GenerateDataKey", "kms:Decrypt"],
      Resource: keyArn,
      Condition: { StringLike: { "kms:EncryptionContext:aws:s3:arn": `${bucketArn}*` } },
    },
  ];
}

/** What CloudWatch Logs needs to hand events over. */
export function planHandOverStatements(streamArn: string): PolicyStatement[] {
  return [
    {
      Sid: "HandOver",
      Effect: "Allow",
      Action: ["firehose:PutRecord", "firehose:PutRecordBatch"],
      Resource: streamArn,
    },
  ];
}

export function planArchiveAlarms<Name>(streamName: Name): AlarmRow<Name>[] {
  return [
    {
      name: "late",
      description: "Events reach the log archive more than an hour late; after a day of that they are lost.",
      namespace: "AWS/Firehose",
      metricName: "DeliveryToS3.DataFreshness",
      dimensions: { DeliveryStreamName: streamName },
      statistic: "Maximum",
      comparison: "GreaterThanOrEqualToThreshold",
      threshold: 3600,
      periodSeconds: 300,
      evaluationPeriods: 3,
      treatMissingData: "notBreaching",
    },
  ];
}
