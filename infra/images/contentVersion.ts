import { createHash } from "node:crypto";

/**
 * The version of a content that no revision records: the same in every stack and on every machine, another for other
 * content. Below 1, where semantic versioning says that anything may change, and so below every revision; among
 * themselves such versions have no order. Image Builder takes numbers below 2^30:
 * https://docs.aws.amazon.com/imagebuilder/latest/userguide/ibhow-semantic-versioning.html
 */
export function contentVersion(...parts: readonly string[]): string {
  const hash = createHash("sha256").update(JSON.stringify(parts)).digest();
  return `0.${hash.readUInt32BE(0) >>> 2}.${hash.readUInt32BE(4) >>> 2}`;
}
