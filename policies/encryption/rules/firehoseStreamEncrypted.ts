import { requireSetting } from "../requireSetting";

export const firehoseStreamEncrypted = requireSetting({
  id: "firehose-stream-encrypted",
  title: "Delivery streams encrypt the records on their way.",
  severity: "high",
  type: "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream",
  property: "serverSideEncryption.enabled",
  leftOut: "violates",
  exempt: {
    // Records from a stream are encrypted there, and Firehose keeps none of them: the switch is for records put directly.
    when: ({ kinesisSourceConfiguration, mskSourceConfiguration }) =>
      kinesisSourceConfiguration != null || mskSourceConfiguration != null,
    examples: [
      {
        name: "reads from a data stream",
        properties: {
          destination: "extended_s3",
          kinesisSourceConfiguration: {
            kinesisStreamArn: "arn:aws:kinesis:eu-west-1:111122223333:stream/clicks",
            roleArn: "arn:aws:iam::111122223333:role/firehose",
          },
        },
      },
      {
        name: "reads from Kafka",
        properties: {
          destination: "extended_s3",
          mskSourceConfiguration: {
            mskClusterArn: "arn:aws:kafka:eu-west-1:111122223333:cluster/clicks/1",
            topicName: "clicks",
            authenticationConfiguration: {
              connectivity: "PRIVATE",
              roleArn: "arn:aws:iam::111122223333:role/firehose",
            },
          },
        },
      },
    ],
  },
  fsbp: "DataFirehose.1",
  references: [
    {
      title: "Data protection in Amazon Data Firehose",
      url: "https://docs.aws.amazon.com/firehose/latest/dev/encryption.html",
    },
  ],
  rest: {
    destination: "extended_s3",
    extendedS3Configuration: {
      bucketArn: "arn:aws:s3:::clicks",
      roleArn: "arn:aws:iam::111122223333:role/firehose",
    },
  },
});
