import { inflate, packing } from "./inflate";
import { isUtf16 } from "./textOf";

/** Of base64 in both its alphabets: https://www.rfc-editor.org/rfc/rfc4648 */
const alphabet = new Uint8Array(128);
for (const char of "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_")
  alphabet[char.charCodeAt(0)] = 1;

export function isBase64Unit(unit: number): boolean {
  return unit < 128 && alphabet[unit] === 1;
}

/** The bytes of a text that is base64 as a whole, wrapped or not, and undefined for any other. */
export function wholeBase64(text: string): Uint8Array | undefined {
  const encoded = wholeEncoded(text);
  if (encoded === undefined) return undefined;
  const bytes = Buffer.from(encoded, "base64");
  return isReadable(bytes) ? bytes : undefined;
}

/** Without its white space and padding. */
function wholeEncoded(text: string): string | undefined {
  const encoded = text.trim().replace(/={1,2}$/, "");
  if (!/^[A-Za-z0-9+/_\- \t\r\n]*$/.test(encoded)) return undefined;
  const units = /\s/.test(encoded) ? encoded.replace(/\s+/g, "") : encoded;
  return units.length < 4 || units.length % 4 === 1 ? undefined : units;
}

/**
 * Whether bytes decoded on a guess are something: what was no base64 decodes to noise. All of them are looked at,
 * so by chance eight bytes pass once in 250 times, and twenty never.
 */
export function isReadable(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.length === 0) return false;
  return isPacked(buffer) || isUtf16(buffer) || isPlainText(buffer);
}

function isPacked(buffer: Buffer): boolean {
  if (buffer.length < 18) return false;
  // All gzip that exists is "deflate" (8): https://www.rfc-editor.org/rfc/rfc1952
  if (buffer[0] === 0x1f && buffer[1] === 0x8b) return buffer[2] === 8;
  return packing(buffer) !== undefined || inflate(buffer.subarray(0, 64)) !== undefined;
}

/** Printable throughout: ASCII, or UTF-8 with at least half of it ASCII. */
function isPlainText(buffer: Buffer): boolean {
  let high = 0;
  for (const byte of buffer) {
    if (byte >= 0x80) high++;
    else if (byte < 0x20 ? byte !== 9 && byte !== 10 && byte !== 13 && byte !== 27 : byte === 0x7f)
      return false;
  }
  if (high === 0) return true;
  return buffer.length >= 12 && high * 2 <= buffer.length && !buffer.toString("utf8").includes("\ufffd");
}
