import type { FormatReader } from "../inside";

/** RFC 2397, as Ignition, browsers and cloud-config have it. Its base64 form is found as base64. */
const dataUrl =
  /data:([a-z]{1,20}\/[\w.+-]{1,60})?((?:;[a-z-]{1,20}(?:=[\w.-]{1,40})?){0,4}),([^\s"'<>)]{8,})/gi;

/** Percent-encoded text in `data:` URLs. */
export const readDataUrls: FormatReader = (text, inside) => {
  if (!text.includes("data:")) return;
  let count = 0;
  for (const [, , attributes, content] of text.matchAll(dataUrl)) {
    if (inside.full) return;
    count++;
    if (attributes?.includes(";base64") || content === undefined || !content.includes("%")) continue;
    inside.bytes({ place: `data URL ${count}` }, percentDecode(content));
  }
};

/** Takes any bytes, and leaves a percent sign that starts no escape: `decodeURIComponent` throws for both. */
export function percentDecode(text: string): Buffer {
  const bytes = Buffer.from(text);
  let length = 0;
  for (let i = 0; i < bytes.length; i++) {
    const escaped = bytes[i] === 0x25 ? hexPair(bytes, i + 1) : undefined;
    bytes[length++] = escaped ?? bytes[i] ?? 0;
    if (escaped !== undefined) i += 2;
  }
  return bytes.subarray(0, length);
}

/** The byte that two hexadecimal digits at `at` mean. */
export function hexPair(bytes: Uint8Array, at: number): number | undefined {
  const high = hexDigit(bytes[at]);
  const low = hexDigit(bytes[at + 1]);
  return high === undefined || low === undefined ? undefined : high * 16 + low;
}

function hexDigit(unit: number | undefined): number | undefined {
  if (unit === undefined) return undefined;
  if (unit >= 0x30 && unit <= 0x39) return unit - 0x30;
  const letter = unit | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : undefined;
}
