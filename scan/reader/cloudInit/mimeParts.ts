import { hexPair } from "../encodings/dataUrls";
import type { FormatReader, Inside } from "../inside";
import { contentType, type Message, parameter, parseMessage, splitParts } from "./message";

/** A MIME message: the parts of its body, or the body itself where it has none. */
export const readMime: FormatReader = (text, inside) => {
  // What cloud-init would not see behind white space is looked at all the same.
  const message = parseMessage(text.trimStart());
  readBody(message, contentType(message), inside, "body");
};

function readBody(message: Message, type: string, inside: Inside, place: string): void {
  if (!type.startsWith("multipart/")) {
    readPayload(message, type, inside, `${place} (${type})`);
    return;
  }
  const boundary = parameter(message.headers.get("content-type"), "boundary");
  const parts = boundary === undefined ? undefined : splitParts(message.body, boundary.trimEnd());
  if (parts === undefined) {
    inside.text(
      { place, ignored: "its boundary does not stand in it, so cloud-init finds no part" },
      message.body,
    );
    return;
  }
  for (const [i, part] of parts.entries()) {
    if (inside.full) return;
    readPart(part, inside, `part ${i + 1}`);
  }
}

function readPart(text: string, inside: Inside, place: string): void {
  const message = parseMessage(text);
  const type = contentType(message);
  if (type.startsWith("multipart/")) inside.text({ place: `${place} (${type})`, format: "mime" }, text);
  else if (type === "message/rfc822")
    inside.text({ place: `${place} (${type})`, format: "mime" }, message.body);
  else readPayload(message, type, inside, `${place} (${type})`);
}

/** Types that cloud-init decompresses and then tells by how the content begins. */
const compressed =
  /^application\/(?:gzip|gzip-compressed|gzipped|x-compress|x-compressed|x-gunzip|x-gzip|x-gzip-compressed)$/;

function readPayload({ headers, body }: Message, type: string, inside: Inside, place: string): void {
  const name =
    parameter(headers.get("content-disposition"), "filename") ??
    parameter(headers.get("content-type"), "name");
  const encoding = (headers.get("content-transfer-encoding") ?? "").trim().toLowerCase();
  const found = { place, name, type: compressed.test(type) ? "text/plain" : type };
  if (encoding === "base64") inside.bytes(found, Buffer.from(body, "base64"));
  else if (encoding === "quoted-printable") inside.bytes(found, decodeQuotedPrintable(body));
  else if (/^(?:x-)?(?:uuencode|uue)$/.test(encoding)) inside.unread(place, "uuencode is not read here");
  else inside.text(found, body);
}

/** RFC 2045, section 6.7; an escape that is none stays as it is. */
export function decodeQuotedPrintable(text: string): Buffer {
  const bytes = Buffer.from(text);
  let length = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0;
    if (byte !== 0x3d) {
      bytes[length++] = byte;
      continue;
    }
    const lineBreak = softBreak(bytes, i + 1);
    const escaped = lineBreak === 0 ? hexPair(bytes, i + 1) : undefined;
    if (lineBreak > 0) i += lineBreak;
    else if (escaped === undefined) bytes[length++] = byte;
    else {
      bytes[length++] = escaped;
      i += 2;
    }
  }
  return bytes.subarray(0, length);
}

/** The length of the line break that a `=` at the end of a line takes away. */
function softBreak(bytes: Uint8Array, at: number): number {
  if (bytes[at] === 10) return 1;
  return bytes[at] === 13 && bytes[at + 1] === 10 ? 2 : 0;
}
