import type { Account } from "../../account/account";
import { type PolicyStatement, planTlsOnlyStatement } from "../../account/policyDocument";
import type { BucketConfig } from "../../config/sections/stores/buckets";
import type { AlarmRow } from "../storeAlarms";

/** Old versions go after a while, uploads that were never finished at once. */
export function planBucketLifecycle({ noncurrentVersionDays, infrequentAccessAfterDays }: BucketConfig) {
  return [
    {
      id: "forget",
      status: "Enabled",
      filter: {},
      noncurrentVersionExpiration: { noncurrentDays: noncurrentVersionDays },
      abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
      ...(infrequentAccessAfterDays === undefined
        ? {}
        : { transitions: [{ days: infrequentAccessAfterDays, storageClass: "STANDARD_IA" }] }),
    },
  ];
}

/** Logs go when their time is over. */
export function planExpiration(retentionInDays: number) {
  return {
    id: "expire",
    status: "Enabled",
    filter: {},
    expiration: { days: retentionInDays },
    abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
  };
}

/** Requests to the store's bucket, delivered by S3 itself and for that bucket only. */
export function planRequestLogStatements(
  { id }: Account,
  logBucketArn: string,
  bucketArn: string,
): PolicyStatement[] {
  return [
    {
      Sid: "DeliverRequestLogs",
      Effect: "Allow",
      Principal: { Service: "logging.s3.amazonaws.com" },
      Action: "s3:PutObject",
      Resource: `${logBucketArn}/*`,
      Condition: { StringEquals: { "aws:SourceAccount": id }, ArnLike: { "aws:SourceArn": bucketArn } },
    },
    planTlsOnlyStatement(logBucketArn),
  ];
}

/** The filter's name, under which the bucket's request metrics are reported. */
export const wholeBucket = "whole-bucket";

export function planBucketAlarms<Name>(store: string, bucket: Name): AlarmRow<Name | string>[] {
  return [
    {
      name: "errors",
      description: `S3 fails to answer for ${store}; requests end with 5xx.`,
      namespace: "AWS/S3",
      metricName: "5xxErrors",
      dimensions: { BucketName: bucket, FilterId: wholeBucket },
      statistic: "Sum",
      comparison: "GreaterThanOrEqualToThreshold",
      threshold: 5,
      periodSeconds: 60,
      evaluationPeriods: 5,
      datapointsToAlarm: 3,
      treatMissingData: "notBreaching",
    },
  ];
}
