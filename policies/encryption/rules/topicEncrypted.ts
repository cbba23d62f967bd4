import { requireSetting } from "../requireSetting";

export const topicEncrypted = requireSetting({
  id: "sns-topic-encrypted",
  title: "Topics encrypt the messages that they keep until they are delivered.",
  severity: "medium",
  type: "aws:sns/topic:Topic",
  property: "kmsMasterKeyId",
  expected: "key",
  leftOut: "violates",
  remedy:
    'Set kmsMasterKeyId to a key, "alias/aws/sns" where only identities of the account publish: AWS\'s own services cannot use that one.',
  fsbp: "SNS.1",
  references: [
    {
      title: "Securing Amazon SNS data with server-side encryption",
      url: "https://docs.aws.amazon.com/sns/latest/dg/sns-server-side-encryption.html",
    },
  ],
  rest: { displayName: "Orders" },
});
