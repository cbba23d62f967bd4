import { requireSetting } from "../requireSetting";

export const trailEncrypted = requireSetting({
  id: "cloudtrail-trail-encrypted",
  title: "Trails encrypt their logs by a KMS key, so that reading them takes a permission of its own.",
  severity: "medium",
  type: "aws:cloudtrail/trail:Trail",
  property: "kmsKeyId",
  expected: "key",
  leftOut: "violates",
  fsbp: "CloudTrail.2",
  cis: "3.5",
  references: [
    {
      title: "Encrypting CloudTrail log files with AWS KMS keys",
      url: "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/encrypting-cloudtrail-log-files-with-aws-kms.html",
    },
  ],
  rest: { s3BucketName: "trails" },
});
