/** Texts longer than this are rare, and what was made for one is let go of afterwards. */
const kept = 1024 * 1024;
const scratch = Buffer.alloc(kept);

/**
 * A text's units as bytes, 255 for any that is none: what is asked of each unit of a text is asked of these, several
 * times faster. Good until the next call.
 */
export function bytesOf(text: string): Uint8Array {
  const bytes = text.length <= kept ? scratch.subarray(0, text.length) : Buffer.alloc(text.length);
  // Found out at once for a text that the engine keeps in bytes itself, as nearly all are.
  if (!/[^\0-\xff]/.test(text)) bytes.write(text, "latin1");
  else for (let at = 0; at < text.length; at++) bytes[at] = Math.min(text.charCodeAt(at), 255);
  return bytes;
}
