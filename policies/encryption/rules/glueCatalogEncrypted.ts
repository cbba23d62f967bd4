import { Got } from "../../got";
import { defineRule } from "../../rule";
import { isTrue, switchTexts } from "../../values";

const path = "dataCatalogEncryptionSettings";

export const glueCatalogEncrypted = defineRule({
  id: "glue-data-catalog-encrypted",
  title: "The Data Catalog encrypts its metadata, and the passwords of connections.",
  severity: "medium",
  type: "aws:glue/dataCatalogEncryptionSettings:DataCatalogEncryptionSettings",
  remedy: 'Set catalogEncryptionMode to "SSE-KMS" and returnConnectionPasswordEncrypted to true.',
  references: [
    {
      title: "Encrypting your Data Catalog",
      url: "https://docs.aws.amazon.com/glue/latest/dg/encrypt-glue-data-catalog.html",
    },
  ],
  evaluate: ({ dataCatalogEncryptionSettings: settings }, separately) =>
    separately(
      () => {
        const mode = settings?.encryptionAtRest?.catalogEncryptionMode;
        if (mode === "SSE-KMS" || mode === "SSE-KMS-WITH-SERVICE-ROLE") return [];
        const got = Got.of(mode, ["DISABLED"]);
        return [{ path: `${path}.encryptionAtRest.catalogEncryptionMode`, expected: '"SSE-KMS"', got }];
      },
      () => {
        const encrypted = settings?.connectionPasswordEncryption?.returnConnectionPasswordEncrypted;
        if (isTrue(encrypted)) return [];
        return [
          {
            path: `${path}.connectionPasswordEncryption.returnConnectionPasswordEncrypted`,
            expected: "true",
            got: Got.of(encrypted, switchTexts),
          },
        ];
      },
    ),
  examples: {
    pass: [
      {
        name: "encrypts metadata and passwords",
        properties: {
          dataCatalogEncryptionSettings: {
            encryptionAtRest: { catalogEncryptionMode: "SSE-KMS" },
            connectionPasswordEncryption: {
              returnConnectionPasswordEncrypted: true,
              awsKmsKeyId: "alias/glue",
            },
          },
        },
      },
    ],
    fail: [
      {
        name: "encrypts neither",
        properties: {
          dataCatalogEncryptionSettings: {
            encryptionAtRest: { catalogEncryptionMode: "DISABLED" },
            connectionPasswordEncryption: { returnConnectionPasswordEncrypted: false },
          },
        },
        finds: [
          "dataCatalogEncryptionSettings.connectionPasswordEncryption.returnConnectionPasswordEncrypted: expected true, got false",
          'dataCatalogEncryptionSettings.encryptionAtRest.catalogEncryptionMode: expected "SSE-KMS", got "DISABLED"',
        ],
      },
    ],
  },
});
