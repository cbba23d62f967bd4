import { requireSetting } from "../requireSetting";

export const keyRotated = requireSetting({
  id: "kms-key-rotated",
  title: "KMS rotates the material of its keys every year.",
  severity: "medium",
  type: "aws:kms/key:Key",
  property: "enableKeyRotation",
  leftOut: "violates",
  exempt: {
    // KMS rotates only what it made itself for symmetric encryption: neither asymmetric nor HMAC keys, nor those of
    // a custom key store. Imported material belongs to another type, ExternalKey, which has no such switch.
    when: ({ keyUsage, customerMasterKeySpec, customKeyStoreId, xksKeyId }) =>
      (keyUsage != null && keyUsage !== "ENCRYPT_DECRYPT") ||
      (customerMasterKeySpec != null && customerMasterKeySpec !== "SYMMETRIC_DEFAULT") ||
      customKeyStoreId != null ||
      xksKeyId != null,
    examples: [
      {
        name: "signs, by an asymmetric key",
        properties: { keyUsage: "SIGN_VERIFY", customerMasterKeySpec: "ECC_NIST_P256" },
      },
      {
        name: "encrypts by an asymmetric key",
        properties: { keyUsage: "ENCRYPT_DECRYPT", customerMasterKeySpec: "RSA_4096" },
      },
      {
        name: "makes HMACs",
        properties: { keyUsage: "GENERATE_VERIFY_MAC", customerMasterKeySpec: "HMAC_256" },
      },
      { name: "lives in a custom key store", properties: { customKeyStoreId: "cks-1234567890abcdef0" } },
      {
        name: "lives in a store outside of AWS",
        properties: { customKeyStoreId: "cks-1234567890abcdef0", xksKeyId: "bb8562717f809024" },
      },
    ],
  },
  isSafeToSet: true,
  fsbp: "KMS.4",
  cis: "3.6",
  references: [
    {
      title: "Rotate AWS KMS keys, with the keys that cannot be",
      url: "https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html",
    },
  ],
  rest: { description: "Orders" },
});
