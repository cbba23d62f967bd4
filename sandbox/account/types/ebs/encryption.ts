import type { AccountView } from "../../accountView";
import type { Properties } from "../../values";
import { flag, text } from "../reading";
import { tokens } from "../tokens";

/**
 * Whether EBS encrypts a volume: when asked to, when given a key, or when the region does so by default.
 * https://docs.aws.amazon.com/ebs/latest/userguide/encryption-by-default.html
 */
export function isEncrypted(volume: Properties, account: AccountView): boolean {
  if (flag(volume, "encrypted") === true || text(volume, "kmsKeyId") !== undefined) return true;
  return account.all(tokens.encryptionByDefault).some(({ properties }) => properties.enabled === true);
}

/** The key that encrypts: the one given, or the account's `aws/ebs`; "" when the volume is not encrypted. */
export function encryptionKey(volume: Properties, account: AccountView): string {
  if (!isEncrypted(volume, account)) return "";
  const alias = `arn:${account.partition}:kms:${account.region}:${account.accountId}:alias/aws/ebs`;
  return text(volume, "kmsKeyId") ?? alias;
}
