/**
 * What a rule found, as a message may show it. A rule cannot put text of its own here: a property may hold a
 * secret (the SDK hands secrets to rules unwrapped), so only harmless kinds of value are ever quoted.
 */
export class Got {
  readonly #text: string;

  private constructor(text: string) {
    this.#text = text;
  }

  /**
   * Booleans and numbers as they are, a string only if it is one of `quotable` (the values of an enumeration that
   * the rule knows); anything else by its kind and size.
   */
  static of(value: unknown, quotable: readonly string[] = []): Got {
    return new Got(describe(value, quotable));
  }

  toString(): string {
    return this.#text;
  }
}

function describe(value: unknown, quotable: readonly string[]): string {
  if (value === undefined || value === null) return "no value";
  if (typeof value === "boolean" || typeof value === "number") return String(value);
  if (typeof value === "string")
    return quotable.includes(value) ? `"${value}"` : `a string of ${value.length} characters`;
  if (Array.isArray(value)) return `a list of ${value.length}`;
  return "an object";
}
