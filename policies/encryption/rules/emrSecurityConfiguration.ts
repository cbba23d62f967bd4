import { Got } from "../../got";
import { defineRule } from "../../rule";
import { readPath } from "../propertyPath";

const switches = ["EnableAtRestEncryption", "EnableInTransitEncryption"];

function configurationWith(encryption: object): string {
  return JSON.stringify({ EncryptionConfiguration: encryption });
}

export const emrSecurityConfiguration = defineRule({
  id: "emr-security-configuration-encrypted",
  title: "EMR clusters encrypt at rest and in transit.",
  severity: "medium",
  type: "aws:emr/securityConfiguration:SecurityConfiguration",
  remedy: "Set EnableAtRestEncryption and EnableInTransitEncryption to true in EncryptionConfiguration.",
  fsbp: "EMR.3",
  references: [
    {
      title: "Specify Amazon EMR encryption options using a security configuration",
      url: "https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-create-security-configuration.html",
    },
  ],
  evaluate: ({ configuration }) => {
    const encryption = readPath(parseJson(configuration), "EncryptionConfiguration");
    return switches.flatMap((name) => {
      const value = readPath(encryption, name);
      if (value === true) return [];
      return [
        { path: `configuration.EncryptionConfiguration.${name}`, expected: "true", got: Got.of(value) },
      ];
    });
  },
  examples: {
    pass: [
      {
        name: "encrypts both",
        properties: {
          configuration: configurationWith({
            EnableAtRestEncryption: true,
            AtRestEncryptionConfiguration: {
              S3EncryptionConfiguration: { EncryptionMode: "SSE-S3" },
              LocalDiskEncryptionConfiguration: {
                EncryptionKeyProviderType: "AwsKms",
                AwsKmsKey: "alias/emr",
              },
            },
            EnableInTransitEncryption: true,
            InTransitEncryptionConfiguration: {
              TLSCertificateConfiguration: {
                CertificateProviderType: "PEM",
                S3Object: "s3://certificates/emr.zip",
              },
            },
          }),
        },
      },
    ],
    fail: [
      {
        name: "encrypts neither",
        properties: {
          configuration: configurationWith({
            EnableAtRestEncryption: false,
            EnableInTransitEncryption: false,
          }),
        },
        finds: [
          "configuration.EncryptionConfiguration.EnableAtRestEncryption: expected true, got false",
          "configuration.EncryptionConfiguration.EnableInTransitEncryption: expected true, got false",
        ],
      },
      {
        name: "says nothing about encryption",
        properties: { configuration: "{}" },
        finds: [
          "configuration.EncryptionConfiguration.EnableAtRestEncryption: expected true, got no value",
          "configuration.EncryptionConfiguration.EnableInTransitEncryption: expected true, got no value",
        ],
      },
    ],
  },
});

function parseJson(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return undefined;
  }
}
