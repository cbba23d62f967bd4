import { requireSetting } from "../requireSetting";

export const kinesisStreamEncrypted = requireSetting({
  id: "kinesis-stream-encrypted",
  title: "Streams encrypt the records that they keep.",
  severity: "high",
  type: "aws:kinesis/stream:Stream",
  property: "encryptionType",
  expected: ["KMS"],
  others: ["NONE"],
  leftOut: "violates",
  remedy:
    'Set encryptionType to "KMS" and kmsKeyId to a key, "alias/aws/kinesis" where an AWS managed one will do.',
  fsbp: "Kinesis.1",
  references: [
    {
      title: "Data protection in Amazon Kinesis Data Streams",
      url: "https://docs.aws.amazon.com/streams/latest/dev/server-side-encryption.html",
    },
  ],
  rest: {},
});
