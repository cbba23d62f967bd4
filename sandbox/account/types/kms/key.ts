import { randomUUID } from "node:crypto";
import type { AccountView } from "../../accountView";
import { AwsError } from "../../awsError";
import type { ResourceType } from "../../resourceType";
import type { Properties } from "../../values";
import { globalArn, regionalArn } from "../arn";
import { checkJson, documentText, requireDocument } from "../iam/policyDocument";
import { flag, given, number, text } from "../reading";
import { tokens } from "../tokens";

/** Days after which KMS rotates a key that names no period. */
const YEAR = 365;

/**
 * Deleting schedules a deletion, which KMS never refuses, in use or not; as the provider does, the account takes a key
 * that waits to be deleted for gone. Not modelled: encrypting, grants, key stores, the waiting period itself.
 */
export const key: ResourceType = {
  token: tokens.kmsKey,
  source: "internal/service/kms/key.go",
  replaceOn: ["customKeyStoreId", "customerMasterKeySpec", "keyUsage", "multiRegion", "xksKeyId"],
  defaults: {
    bypassPolicyLockoutSafetyCheck: false,
    customerMasterKeySpec: "SYMMETRIC_DEFAULT",
    enableKeyRotation: false,
    isEnabled: true,
    keyUsage: "ENCRYPT_DECRYPT",
  },
  computed: ["arn", "description", "keyId", "multiRegion", "policy", "rotationPeriodInDays"],
  validate(inputs) {
    const window = number(inputs, "deletionWindowInDays");
    const rotation = number(inputs, "rotationPeriodInDays");
    return [
      ...(window !== undefined && (window < 7 || window > 30)
        ? [{ property: "deletionWindowInDays", reason: `expected 7 to 30 days, got ${window}` }]
        : []),
      ...(rotation !== undefined && (rotation < 90 || rotation > 2560)
        ? [{ property: "rotationPeriodInDays", reason: `expected 90 to 2560 days, got ${rotation}` }]
        : []),
      ...checkJson(inputs, "policy"),
    ];
  },
  create(inputs, account) {
    const policy = policyOf(inputs, account, "KMS: CreateKey");
    const id = randomUUID();
    return {
      id,
      outputs: {
        arn: regionalArn(account, "kms", `key/${id}`),
        description: text(inputs, "description") ?? "",
        keyId: id,
        multiRegion: flag(inputs, "multiRegion") ?? false,
        policy,
        rotationPeriodInDays: rotationOf(inputs),
      },
    };
  },
  update(_id, olds, news, account) {
    const period = number(news, "rotationPeriodInDays") ?? number(olds, "rotationPeriodInDays");
    const isRotated = flag(news, "enableKeyRotation") === true;
    return {
      ...(given(news, "policy") ? { policy: policyOf(news, account, "KMS: PutKeyPolicy") } : {}),
      rotationPeriodInDays: isRotated ? period || YEAR : 0,
    };
  },
};

/** The policy given, or the one that KMS makes; one that leaves the account itself out would lock everyone out. */
function policyOf(inputs: Properties, account: AccountView, operation: string): string {
  const root = globalArn(account, "iam", "root");
  const policy = documentText(inputs, "policy");
  if (policy === undefined)
    return JSON.stringify({
      Id: "key-default-1",
      Statement: [
        {
          Action: "kms:*",
          Effect: "Allow",
          Principal: { AWS: root },
          Resource: "*",
          Sid: "Enable IAM User Permissions",
        },
      ],
      Version: "2012-10-17",
    });
  requireDocument("MalformedPolicyDocumentException", operation, policy, "resource");
  if (flag(inputs, "bypassPolicyLockoutSafetyCheck") !== true && !policy.includes(account.accountId))
    throw new AwsError(
      "MalformedPolicyDocumentException",
      operation,
      "The new key policy will not allow you to update the key policy in the future.",
    );
  return policy;
}

function rotationOf(inputs: Properties): number {
  return number(inputs, "rotationPeriodInDays") ?? (flag(inputs, "enableKeyRotation") === true ? YEAR : 0);
}
