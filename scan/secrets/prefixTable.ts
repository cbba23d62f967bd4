interface Entry<Value> {
  readonly prefix: string;
  /** The third character of the prefix: compared first. */
  readonly third: number;
  readonly wholeWord: boolean;
  readonly value: Value;
}

const size = 128;
const backslash = 92;

/** 1: part of a word. */
const inWord = new Uint8Array(256);
for (const character of "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
  inWord[character.charCodeAt(0)] = 1;

/** Many prefixes looked for at once: one pass over the text, in which two characters choose the few to compare with. */
export class PrefixTable<Value> {
  /** By two characters: which row, 0 for none. Small enough for the processor's cache. */
  readonly #slots = new Uint8Array(size * size);
  readonly #rows: Entry<Value>[][] = [[]];

  /**
   * @param prefix at least two characters of ASCII, the first a letter or a digit
   * @param wholeWord whether it counts only where the word ends behind it
   */
  add(prefix: string, wholeWord: boolean, value: Value): void {
    const slot = prefix.charCodeAt(0) * size + prefix.charCodeAt(1);
    if (this.#slots[slot] === 0) this.#slots[slot] = this.#rows.push([]) - 1;
    this.#rows[this.#slots[slot] ?? 0]?.push({ prefix, third: prefix.charCodeAt(2), wholeWord, value });
  }

  /**
   * Tells of every prefix that stands at the beginning of a word; whether what follows fits is the caller's to see.
   * No generator: it would cost more than the search.
   */
  each(text: string, bytes: Uint8Array, met: (at: number, prefix: string, value: Value) => void): void {
    const slots = this.#slots;
    const rows = this.#rows;
    const last = bytes.length - 1;
    let before = 0;
    for (let at = 0; at < last; at++) {
      const code = bytes[at] ?? 0;
      const word = inWord[code] ?? 0;
      // In JSON and the like `\nghp_…` begins a word too.
      if (word === 1 && (before === 0 || bytes[at - 2] === backslash)) {
        const slot = slots[(code << 7) | ((bytes[at + 1] ?? 0) & 127)] ?? 0;
        if (slot !== 0) this.#eachOf(rows[slot] ?? [], text, at, met);
      }
      before = word;
    }
  }

  #eachOf(
    row: readonly Entry<Value>[],
    text: string,
    at: number,
    met: (at: number, prefix: string, value: Value) => void,
  ): void {
    const third = text.charCodeAt(at + 2);
    for (let index = 0; index < row.length; index++) {
      const entry = row[index];
      if (entry === undefined || (entry.third !== third && entry.prefix.length > 2)) continue;
      if (!text.startsWith(entry.prefix, at)) continue;
      if (!entry.wholeWord || !isWord(text, at + entry.prefix.length)) met(at, entry.prefix, entry.value);
    }
  }
}

function isWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < 256 && inWord[code] === 1;
}
