const counts = new Uint16Array(256);

/** Bits per character, by how often each occurs; of the first 400, which are enough to tell. */
export function entropy(value: string): number {
  const length = Math.min(value.length, 400);
  counts.fill(0);
  for (let at = 0; at < length; at++) {
    const slot = value.charCodeAt(at) & 255;
    counts[slot] = (counts[slot] ?? 0) + 1;
  }
  let bits = 0;
  for (const count of counts) if (count > 0) bits -= (count / length) * Math.log2(count / length);
  return bits;
}

/** How many of the four classes occur: lower, upper, digit, anything else. */
export function characterClasses(value: string): number {
  return [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/].filter((characters) => characters.test(value)).length;
}

/** Whether a machine made it: long enough, and no words, no dates, no version, no place. */
export function looksRandom(value: string, least = 8): boolean {
  if (value.length < least || !/^[\x21-\x7e]+$/.test(value)) return false;
  if (looksLikeWords(value)) return false;
  const bits = entropy(value);
  if (/^[0-9a-f-]+$/i.test(value))
    return value.length >= 16 && bits > 2.7 && /\d/.test(value) && /[a-f]/i.test(value);
  return (
    bits >= Math.min(3.4, Math.log2(value.length) * 0.78) &&
    (/\d/.test(value) || characterClasses(value) >= 2)
  );
}

/**
 * `my-app-secret`, `prod/db/password`, `kube-token-v2`, `DB_PASSWORD`, `SomeClassName`: words strung together, each
 * of letters with at most a short number behind.
 */
export function looksLikeWords(value: string): boolean {
  const parts = value.replace(/([a-z])([A-Z])/g, "$1-$2").split(/[-_./:@\\ ]+/);
  return (
    parts.every((part) => /^([A-Za-z]?[a-z]{1,24}|[A-Z]{1,24})?(v?\d{1,5})?$/.test(part)) && !chaotic(parts)
  );
}

/** Letters and digits in many short turns (`a1-b2-c3`, `aK-dQ-zP`) are not words. */
function chaotic(parts: readonly string[]): boolean {
  const short = parts.filter((part) => part.length <= 3 && part !== "").length;
  return (
    parts.length >= 4 && parts.filter((part) => /\d/.test(part)).length >= 2 && short / parts.length > 0.7
  );
}

/** A digest in hex, by its length: MD5, SHA-1, SHA-224, SHA-256, SHA-384, SHA-512. */
export function isHexDigest(value: string): boolean {
  return /^[0-9a-fA-F]+$/.test(value) && [32, 40, 56, 64, 96, 128].includes(value.length);
}

export function isUuid(value: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(value);
}
