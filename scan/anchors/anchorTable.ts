/** What has to stand in a text for a search of it to find anything. */
export interface Anchors {
  readonly exact?: readonly string[];
  /** In capitals or not. */
  readonly anyCase?: readonly string[];
  /** With `#` for any digit. */
  readonly digits?: readonly string[];
}

interface Entry {
  readonly bytes: Uint8Array;
  /** What the text's bytes are taken for when they are compared. */
  readonly as: Uint8Array;
  readonly bit: number;
}

const exact = Uint8Array.from({ length: 256 }, (_, byte) => byte);
const anyCase = exact.map((byte) => (byte >= 65 && byte <= 90 ? byte + 32 : byte));
const digits = exact.map((byte) => (byte >= 48 && byte <= 57 ? 35 : byte));

/** One of 32 classes: a letter in either case, any digit, some marks, all else. */
const classes = exact.map((byte) => {
  const lower = byte | 32;
  if (lower >= 97 && lower <= 122 && byte >= 65) return lower - 97;
  if (byte >= 48 && byte <= 57) return 26;
  const mark = "$:-_".indexOf(String.fromCharCode(byte));
  return mark < 0 ? 31 : 27 + mark;
});

const mostSearches = 31;

/** Tells in one pass over a text which of many searches are worth making: three units in a row choose what to compare. */
export class AnchorTable {
  /** By three classes: which row, 0 for none. 32 KiB, so that it stays in the processor's nearest cache. */
  readonly #slots = new Uint8Array(1 << 15);
  readonly #rows: Entry[][] = [[]];
  readonly #always: number = 0;

  /** @param searches each by its anchors of at least two characters; undefined: always to be made */
  constructor(searches: readonly (Anchors | undefined)[]) {
    if (searches.length > mostSearches) throw new Error(`an anchor table takes ${mostSearches} searches`);
    for (const [index, anchors] of searches.entries()) {
      const bit = 1 << index;
      if (anchors === undefined) this.#always |= bit;
      for (const anchor of anchors?.exact ?? []) this.#add(anchor, exact, bit);
      for (const anchor of anchors?.anyCase ?? []) this.#add(anchor.toLowerCase(), anyCase, bit);
      for (const anchor of anchors?.digits ?? []) this.#add(anchor, digits, bit);
    }
  }

  #add(anchor: string, as: Uint8Array, bit: number): void {
    const bytes = Buffer.from(anchor, "latin1");
    const [first = 0, second = 0, ...rest] = [...bytes].map((byte) =>
      as === digits && byte === 35 ? 26 : (classes[byte] ?? 31),
    );
    // Behind two characters anything may stand.
    const thirds = rest.length > 0 ? rest.slice(0, 1) : Array.from({ length: 32 }, (_, third) => third);
    for (const third of thirds) {
      const key = (first << 10) | (second << 5) | third;
      if (this.#slots[key] === 0) this.#slots[key] = this.#rows.push([]) - 1;
      this.#rows[this.#slots[key] ?? 0]?.push({ bytes, as, bit });
    }
  }

  /** A bit for each search that may find something, the first the lowest. */
  seenIn(bytes: Uint8Array): number {
    const slots = this.#slots;
    const length = bytes.length;
    let seen = this.#always;
    let key = 0;
    for (let at = 0; at < length; at++) {
      key = ((key << 5) | (classes[bytes[at] ?? 0] ?? 0)) & 0x7fff;
      const slot = slots[key] ?? 0;
      if (slot !== 0 && at >= 2) seen |= this.#meet(slot, bytes, at - 2, seen);
    }
    return seen;
  }

  #meet(slot: number, bytes: Uint8Array, at: number, seen: number): number {
    let met = 0;
    const row = this.#rows[slot] ?? [];
    for (let index = 0; index < row.length; index++) {
      const entry = row[index];
      if (entry !== undefined && (seen & entry.bit) === 0 && standsAt(entry, bytes, at)) met |= entry.bit;
    }
    return met;
  }
}

function standsAt({ bytes: anchor, as }: Entry, bytes: Uint8Array, at: number): boolean {
  for (let index = 0; index < anchor.length; index++)
    if (as[bytes[at + index] ?? 255] !== anchor[index]) return false;
  return true;
}
