import { createHash } from "node:crypto";

/**
 * Keys that vendors print in their documentation, which open nothing; kept as the first 16 digits of their SHA-256,
 * so that no scanner stumbles over this file. Those with EXAMPLE in them need no entry.
 */
const examples = new Set([
  // The account key of Microsoft's storage emulator, Azurite: https://learn.microsoft.com/azure/storage/common/storage-use-azurite
  "0011cc25eb432071",
  // The key of Azure Cosmos DB's emulator: https://learn.microsoft.com/azure/cosmos-db/emulator
  "aa6547439583c3a2",
  // Aladdin and his sesame: https://www.rfc-editor.org/rfc/rfc7617
  "cf4d418ed3de92d7",
  // Stripe's test keys that its documentation shows to all who are not logged in: https://docs.stripe.com/keys
  "2cafc0970149a84f",
  "f2d6ca16515033e5",
]);

/** How long they are: a digest of every value would cost more than all else. */
const lengths = new Set([28, 32, 88]);

/** Whether a value is one of the documented examples. */
export function isExample(value: string): boolean {
  return (
    lengths.has(value.length) && examples.has(createHash("sha256").update(value).digest("hex").slice(0, 16))
  );
}
