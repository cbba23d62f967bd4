import type { FormatReader } from "../inside";
import { targetOf } from "../scripts/target";
import { isBase64Unit, isReadable } from "./base64";
import { isUtf16 } from "./textOf";

/** Shorter ones are too likely to be words, unless their line speaks of base64. */
const shortest = 20;
const shortestNamed = 8;
/** A line that decodes or declares base64, so that a short piece in it can be meant. */
const named = /base64|b64|basic |auth|-e(?:c|nc|ncoded\w*)? /i;
/** A line that decodes it for certain. */
const decodes =
  /base64["',\s]+(?:-d|-D|--decode)|b64decode|FromBase64String|openssl\s+(?:enc\s+-)?-?base64\s+-d|-enc\w* /i;
/** Binary data of that size is worth a word even where nothing says that it is base64. */
const worthAWord = 1024;
/** How much of a line is looked at around a piece. */
const around = 400;

/** Base64 in the middle of a text: `echo … | base64 -d`, here-strings, literals of any language, wrapped or not. */
export const readBase64Within: FormatReader = (text, inside, name) => {
  const least = named.test(text) || (name !== undefined && named.test(name)) ? shortestNamed : shortest;
  let line = 1;
  let counted = 0;
  for (const piece of pieces(text, least)) {
    if (inside.full) break;
    if (!worthDecoding(piece.encoded)) continue;
    const context = text.slice(lineStart(text, piece.start), lineEnd(text, piece.end));
    if (piece.encoded.length < shortest && !(named.test(context) || (name !== undefined && named.test(name))))
      continue;
    line += countLines(text, counted, piece.start);
    counted = piece.start;
    const place = `base64 at line ${line}`;
    const bytes = Buffer.from(piece.encoded, "base64");
    if (isReadable(bytes)) {
      const format = isUtf16(bytes) && /powershell|pwsh|-e/i.test(context) ? "powershell" : undefined;
      inside.bytes(
        { place, format, name: targetOf(context) ?? (bytes.length < 200 ? name : undefined) },
        bytes,
      );
    } else if (piece.encoded.length >= 64 && decodes.test(context)) {
      inside.unread(place, `decodes to ${bytes.length} bytes that are no text`);
    } else if (piece.encoded.length >= worthAWord && !isKeyOrCertificate(text, piece)) {
      inside.unread(place, `decodes to ${bytes.length} bytes that are no text`);
    }
  }
};

interface Piece {
  readonly start: number;
  readonly end: number;
  /** Without white space and padding. */
  readonly encoded: string;
}

function* pieces(text: string, least: number): Generator<Piece> {
  // A piece covers one in every `least` units: most of the text need not be looked at.
  for (let from = 0, probe = least - 1; probe < text.length; probe = from + least - 1) {
    if (!isBase64Unit(text.charCodeAt(probe))) {
      from = probe + 1;
      continue;
    }
    let start = probe;
    while (start > from && isBase64Unit(text.charCodeAt(start - 1))) start--;
    if (start > from) {
      from = start;
      continue;
    }
    let end = probe + 1;
    while (end < text.length && isBase64Unit(text.charCodeAt(end))) end++;
    const piece = withWrappedLines(text, start, end);
    yield piece;
    from = piece.end + 1;
  }
}

/** From 40 characters on the next line can be the next part of it: encoders wrap at 64 and 76, all lines but the last alike. */
function withWrappedLines(text: string, start: number, firstEnd: number): Piece {
  const width = firstEnd - start;
  if (width < 40) return { start, end: firstEnd, encoded: text.slice(start, firstEnd) };
  const lines = [text.slice(start, firstEnd)];
  let end = firstEnd;
  for (;;) {
    const next = nextLine(text, end);
    if (next === undefined) break;
    let stop = next;
    while (stop < text.length && stop - next <= width && isBase64Unit(text.charCodeAt(stop))) stop++;
    const length = stop - next;
    if (length === 0 || length > width) break;
    // A last line that is shorter, and then no base64 but a word of the next command.
    if (length < width && !/^(?:=|["'\s)<,]|$)/.test(text.slice(stop, stop + 1))) break;
    lines.push(text.slice(next, stop));
    end = stop;
    if (length < width) break;
  }
  return { start, end, encoded: lines.join("") };
}

/** Where the line after `at` begins, if `at` is the end of its own; indentation and a backslash do not count. */
function nextLine(text: string, at: number): number | undefined {
  let i = at;
  if (text[i] === "\\") i++;
  if (text[i] === "\r") i++;
  if (text[i] !== "\n") return undefined;
  i++;
  const stop = i + 40;
  while (i < stop && (text[i] === " " || text[i] === "\t")) i++;
  return i;
}

/** Decodes the first bytes only: nearly every word ends here. */
function worthDecoding(encoded: string): boolean {
  if (encoded.length % 4 === 1) return false;
  if (encoded.length >= worthAWord) return true;
  const head = Buffer.from(encoded.slice(0, 24), "base64");
  if (head[0] === undefined || head[1] === undefined) return false;
  // gzip, zlib, xz, zstd, zip, bzip2, 7z, UTF-16: what isReadable knows by its first bytes.
  if ([0x1f, 0x78, 0xfd, 0x28, 0x50, 0x42, 0x37, 0x7f, 0xff, 0xfe].includes(head[0]) || head[1] === 0)
    return true;
  return (
    encoded.length >= 64 ||
    head.every((byte) => byte >= 0x20 || byte === 9 || byte === 10 || byte === 13 || byte === 27)
  );
}

/** What is public, or what a detector knows by its first line: no word about it is needed. */
function isKeyOrCertificate(text: string, { start, encoded }: Piece): boolean {
  if (encoded.startsWith("AAAA") || encoded.startsWith("MII")) return true;
  return /-----BEGIN [^\n]{1,60}-----[^-]{0,300}$/.test(text.slice(Math.max(0, start - 400), start));
}

function lineStart(text: string, at: number): number {
  const from = Math.max(0, at - around);
  return from + text.slice(from, at).lastIndexOf("\n") + 1;
}

function lineEnd(text: string, at: number): number {
  const window = text.slice(at, at + around);
  const found = window.indexOf("\n");
  return at + (found < 0 ? window.length : found);
}

function countLines(text: string, from: number, to: number): number {
  let lines = 0;
  for (let at = text.indexOf("\n", from); at >= 0 && at < to; at = text.indexOf("\n", at + 1)) lines++;
  return lines;
}
