import { createHash } from "node:crypto";

/**
 * A semantic version, as Image Builder wants one, of what it is a version of: the same content has the same version in
 * every stack and on every machine, other content another. It tells revisions apart and does not order them; that is
 * what dates of builds are for. Image Builder takes numbers below 2^30:
 * https://docs.aws.amazon.com/imagebuilder/latest/userguide/ibhow-semantic-versioning.html
 */
export function contentVersion(...parts: readonly string[]): string {
  const hash = createHash("sha256").update(JSON.stringify(parts)).digest();
  return `1.${hash.readUInt32BE(0) >>> 2}.${hash.readUInt32BE(4) >>> 2}`;
}
