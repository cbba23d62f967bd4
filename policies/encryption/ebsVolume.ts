import { Got } from "../got";
import type { Finding } from "../rule";
import { isTrue, switchTexts } from "../values";

/**
 * Finds a volume that nothing says is encrypted. Left out, `encrypted` follows the account's default for new
 * volumes, and a snapshot's own state for volumes made from one: neither is in the declaration, so both are a
 * finding. AWS takes `encrypted` together with a snapshot too, and then encrypts the copy.
 * @param path of the block that holds `encrypted`, "" where it is the resource itself
 */
export function findUnencrypted(encrypted: unknown, path: string): readonly Finding[] {
  if (isTrue(encrypted)) return [];
  return [
    {
      path: path === "" ? "encrypted" : `${path}.encrypted`,
      expected: "true",
      got: Got.of(encrypted, switchTexts),
    },
  ];
}
