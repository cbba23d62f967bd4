import { isMap } from "./finding";

/**
 * A value that `pulumi config set --secret` wrote: `{ secure: <ciphertext> }`. Only the engine can decrypt it.
 * https://www.pulumi.com/docs/iac/concepts/secrets/
 */
export function isEncrypted(value: unknown): boolean {
  return isMap(value) && "secure" in value && Object.keys(value).length === 1;
}
