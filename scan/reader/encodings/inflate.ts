import { constants, gunzipSync, inflateSync } from "node:zlib";
import { limits } from "../limits";

/** What became of compressed bytes. */
export type Inflated =
  | { kind: "inflated"; bytes: Uint8Array; place: string; unread?: string }
  | { kind: "unread"; place: string; reason: string };

/** First bytes of what is compressed or packed, and not read here: https://en.wikipedia.org/wiki/List_of_file_signatures */
const notRead: readonly { readonly name: string; readonly magic: readonly number[] }[] = [
  { name: "bzip2", magic: [0x42, 0x5a, 0x68] },
  { name: "xz", magic: [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00] },
  { name: "zstd", magic: [0x28, 0xb5, 0x2f, 0xfd] },
  { name: "lz4", magic: [0x04, 0x22, 0x4d, 0x18] },
  { name: "zip", magic: [0x50, 0x4b, 0x03, 0x04] },
  { name: "7z", magic: [0x37, 0x7a, 0xbc, 0xaf] },
  { name: "ELF", magic: [0x7f, 0x45, 0x4c, 0x46] },
];

/** Undefined where the bytes are not compressed. */
export function inflate(bytes: Uint8Array): Inflated | undefined {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b)
    return unpack("gzip", bytes, gunzipSync) ?? damaged("gzip", bytes.length);
  // RFC 1950: deflate with a window, and a check that makes the first two bytes a multiple of 31. A text may begin
  // with "x^", which passes it, but does not inflate.
  const header = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0);
  if (bytes[0] === 0x78 && header % 31 === 0) return unpack("zlib", bytes, inflateSync);
  const other = packing(bytes);
  return other === undefined ? undefined : notHere(other, bytes.length);
}

/** The name of a packing that is not read here. */
export function packing(bytes: Uint8Array): string | undefined {
  const found = notRead.find(({ magic }) => magic.every((byte, i) => bytes[i] === byte))?.name;
  // A text may begin with "BZh"; what follows in a stream is a digit and the first digits of pi.
  return found === "bzip2" && bytes[4] !== 0x31 ? undefined : found;
}

function notHere(name: string, length: number): Inflated {
  return { kind: "unread", place: name, reason: `${name} is not read here (${length} bytes)` };
}

function damaged(place: string, length: number): Inflated {
  return { kind: "unread", place, reason: `is damaged (${length} bytes)` };
}

type Unpack = typeof gunzipSync;

function unpack(place: string, bytes: Uint8Array, run: Unpack): Inflated | undefined {
  const limit = limits.inflatedBytes;
  try {
    return { kind: "inflated", place, bytes: run(bytes, { maxOutputLength: limit }) };
  } catch (error) {
    if (isTooLarge(error)) return { kind: "unread", place, reason: `inflates to more than ${limit} bytes` };
  }
  // What stands before the damage is still there for whoever reads the instance's user data.
  try {
    const start = run(bytes, { maxOutputLength: limit, finishFlush: constants.Z_SYNC_FLUSH });
    if (start.length === 0) return undefined;
    return { kind: "inflated", place, bytes: start, unread: "stops before its end" };
  } catch {
    return undefined;
  }
}

function isTooLarge(error: unknown): boolean {
  return error instanceof RangeError && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";
}
