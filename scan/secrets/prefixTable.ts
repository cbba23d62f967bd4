/** A value under a prefix that was met at the beginning of a word. */
export interface Met<Value> {
  readonly at: number;
  readonly prefix: string;
  readonly value: Value;
}

const size = 128;
const backslash = 92;

/** 1: part of a word. */
const inWord = new Uint8Array(size);
for (const character of "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
  inWord[character.charCodeAt(0)] = 1;

/** Many prefixes looked for at once: one pass over the text, in which two characters choose the few to compare with. */
export class PrefixTable<Value> {
  readonly #rows: (Met<Value>[] | undefined)[] = new Array(size * size);

  /** @param prefix at least two characters of ASCII, the first a letter or a digit */
  add(prefix: string, value: Value): void {
    const slot = prefix.charCodeAt(0) * size + prefix.charCodeAt(1);
    const row = this.#rows[slot] ?? [];
    this.#rows[slot] = row;
    row.push({ at: 0, prefix, value });
  }

  /** Every prefix that stands at the beginning of a word; the caller looks whether what follows fits. */
  *find(text: string): Generator<Met<Value>> {
    let before = 0;
    const last = text.length - 1;
    for (let at = 0; at < last; at++) {
      const code = text.charCodeAt(at);
      const word = code < size ? (inWord[code] ?? 0) : 0;
      // In JSON and the like `\nghp_…` begins a word too.
      if (word === 1 && (before === 0 || text.charCodeAt(at - 2) === backslash)) {
        const next = text.charCodeAt(at + 1);
        const row = next < size ? this.#rows[code * size + next] : undefined;
        if (row !== undefined)
          for (const { prefix, value } of row) if (text.startsWith(prefix, at)) yield { at, prefix, value };
      }
      before = word;
    }
  }
}
