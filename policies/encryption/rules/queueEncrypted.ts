import { Got } from "../../got";
import { defineRule } from "../../rule";
import { isTrue, switchTexts } from "../../values";

export const queueEncrypted = defineRule({
  id: "sqs-queue-encrypted",
  title: "Queues encrypt the messages that they keep.",
  severity: "high",
  type: "aws:sqs/queue:Queue",
  remedy: "Leave sqsManagedSseEnabled out or set it to true, or set kmsMasterKeyId to a key.",
  fsbp: "SQS.1",
  references: [
    {
      title: "Encryption at rest in Amazon SQS",
      url: "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-server-side-encryption.html",
    },
    {
      title:
        "Configuring server-side encryption using SQS-managed encryption keys, the default for new queues",
      url: "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-configure-sqs-sse-queue.html",
    },
  ],
  evaluate: ({ sqsManagedSseEnabled, kmsMasterKeyId }) => {
    // Since 2022 SQS encrypts new queues by keys of its own unless it is told not to. A KMS key takes their place.
    if (sqsManagedSseEnabled == null || isTrue(sqsManagedSseEnabled)) return [];
    if (kmsMasterKeyId != null && kmsMasterKeyId !== "") return [];
    return [
      {
        path: "sqsManagedSseEnabled",
        expected: "true, or kmsMasterKeyId",
        got: Got.of(sqsManagedSseEnabled, switchTexts),
      },
    ];
  },
  examples: {
    pass: [
      { name: "is encrypted by SQS's keys", properties: { sqsManagedSseEnabled: true } },
      { name: "is encrypted by a KMS key", properties: { kmsMasterKeyId: "alias/orders" } },
      {
        name: "is encrypted by a KMS key in place of SQS's",
        properties: { kmsMasterKeyId: "alias/orders", sqsManagedSseEnabled: false },
      },
      { name: "leaves encryption at its default, which is SQS's keys", properties: { fifoQueue: true } },
    ],
    fail: [
      {
        name: "switches encryption off",
        properties: { sqsManagedSseEnabled: false },
        finds: ["sqsManagedSseEnabled: expected true, or kmsMasterKeyId, got false"],
      },
    ],
  },
});
