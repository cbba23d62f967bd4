import { isUtf8 } from "node:buffer";

/** Bytes as text, or undefined for binary data. `damaged`: some of it is no text. */
export function textOf(bytes: Uint8Array): { text: string; damaged: boolean } | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.length === 0) return { text: "", damaged: false };
  if (buffer[0] === 0xff && buffer[1] === 0xfe)
    return { text: buffer.toString("utf16le", 2), damaged: false };
  if (buffer[0] === 0xfe && buffer[1] === 0xff && buffer.length % 2 === 0)
    return { text: Buffer.from(buffer.subarray(2)).swap16().toString("utf16le"), damaged: false };
  if (isUtf16(buffer)) return { text: buffer.toString("utf16le"), damaged: false };
  // Nearly everything is this, and both tests run as machine code.
  if (isUtf8(buffer)) {
    const text = buffer.toString("utf8");
    if (!control.test(text)) return { text, damaged: false };
  }
  return textOfDamaged(buffer);
}

/** What no text has: tab, line feed, form feed, carriage return and the escape of terminal colours are none of them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: it looks for them
const control = /[\0-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f]/;

function textOfDamaged(buffer: Buffer): { text: string; damaged: boolean } | undefined {
  const controls = countControls(buffer);
  const isWhole = isUtf8(buffer);
  // A script may carry a payload behind its last line, and the shell still runs it.
  if (!startsLikeScript(buffer)) {
    if (controls * 10 > buffer.length) return undefined;
    if (!isWhole && countHigh(buffer) * 10 > buffer.length * 3) return undefined;
  }
  return { text: buffer.toString(isWhole ? "utf8" : "latin1"), damaged: controls > 0 };
}

/** As PowerShell's -EncodedCommand and Windows' files have it, without a byte order mark: mostly ASCII. */
export function isUtf16(buffer: Buffer): boolean {
  if (buffer.length < 8 || buffer.length % 2 !== 0) return false;
  const end = Math.min(buffer.length, 512);
  let ascii = 0;
  for (let i = 0; i < end; i += 2) if (buffer[i + 1] === 0 && isPrintable(buffer[i])) ascii++;
  return ascii * 2 >= end * 0.9;
}

function isPrintable(byte: number | undefined): boolean {
  return byte !== undefined && (byte >= 0x20 ? byte !== 0x7f : isSpace(byte));
}

/** Tab, line feed, form feed, carriage return, and the escape of terminal colours. */
function isSpace(byte: number): boolean {
  return byte === 9 || byte === 10 || byte === 12 || byte === 13 || byte === 27;
}

function countControls(buffer: Buffer): number {
  let count = 0;
  for (const byte of buffer) if (!isPrintable(byte)) count++;
  return count;
}

function countHigh(buffer: Buffer): number {
  let count = 0;
  for (const byte of buffer) if (byte >= 0x80) count++;
  return count;
}

function startsLikeScript(buffer: Buffer): boolean {
  return buffer[0] === 0x23 && isPrintable(buffer[1]) && isPrintable(buffer[2]) && isPrintable(buffer[3]);
}
