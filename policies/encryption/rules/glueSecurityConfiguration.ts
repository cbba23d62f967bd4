import { Got } from "../../got";
import { defineRule, type Finding } from "../../rule";

export const glueSecurityConfiguration = defineRule({
  id: "glue-security-configuration-encrypted",
  title: "Glue jobs encrypt what they write: data in S3, logs and bookmarks.",
  severity: "medium",
  type: "aws:glue/securityConfiguration:SecurityConfiguration",
  remedy:
    'Set s3EncryptionMode to "SSE-KMS" or "SSE-S3", cloudwatchEncryptionMode to "SSE-KMS" and jobBookmarksEncryptionMode to "CSE-KMS".',
  references: [
    {
      title: "Encrypting data written by AWS Glue",
      url: "https://docs.aws.amazon.com/glue/latest/dg/encryption-security-configuration.html",
    },
  ],
  evaluate: ({ encryptionConfiguration: encryption }, separately) =>
    separately(
      () => findOff(encryption?.s3Encryption?.s3EncryptionMode, "s3Encryption.s3EncryptionMode"),
      () =>
        findOff(
          encryption?.cloudwatchEncryption?.cloudwatchEncryptionMode,
          "cloudwatchEncryption.cloudwatchEncryptionMode",
        ),
      () =>
        findOff(
          encryption?.jobBookmarksEncryption?.jobBookmarksEncryptionMode,
          "jobBookmarksEncryption.jobBookmarksEncryptionMode",
        ),
    ),
  examples: {
    pass: [
      {
        name: "encrypts all three",
        properties: {
          encryptionConfiguration: {
            s3Encryption: { s3EncryptionMode: "SSE-S3" },
            cloudwatchEncryption: { cloudwatchEncryptionMode: "SSE-KMS", kmsKeyArn: "alias/glue" },
            jobBookmarksEncryption: { jobBookmarksEncryptionMode: "CSE-KMS", kmsKeyArn: "alias/glue" },
          },
        },
      },
    ],
    fail: [
      {
        name: "encrypts data only",
        properties: {
          encryptionConfiguration: {
            s3Encryption: { s3EncryptionMode: "SSE-KMS", kmsKeyArn: "alias/glue" },
            cloudwatchEncryption: { cloudwatchEncryptionMode: "DISABLED" },
            jobBookmarksEncryption: {},
          },
        },
        finds: [
          'encryptionConfiguration.cloudwatchEncryption.cloudwatchEncryptionMode: expected encryption, got "DISABLED"',
          "encryptionConfiguration.jobBookmarksEncryption.jobBookmarksEncryptionMode: expected encryption, got no value",
        ],
      },
      {
        name: "encrypts logs and bookmarks only",
        properties: {
          encryptionConfiguration: {
            s3Encryption: {},
            cloudwatchEncryption: { cloudwatchEncryptionMode: "SSE-KMS", kmsKeyArn: "alias/glue" },
            jobBookmarksEncryption: { jobBookmarksEncryptionMode: "CSE-KMS", kmsKeyArn: "alias/glue" },
          },
        },
        finds: ["encryptionConfiguration.s3Encryption.s3EncryptionMode: expected encryption, got no value"],
      },
    ],
  },
});

const modes = ["SSE-KMS", "SSE-S3", "CSE-KMS"];

function findOff(mode: string | undefined, path: string): readonly Finding[] {
  if (mode != null && modes.includes(mode)) return [];
  const got = Got.of(mode, ["DISABLED"]);
  return [{ path: `encryptionConfiguration.${path}`, expected: "encryption", got }];
}
