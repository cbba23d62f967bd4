import * as z from "zod";

/** What an error about a setting says beside the value that was found. */
export interface Guidance {
  /** Completes "expected …". */
  readonly expected: string;
  /** What to do about it, as an order: "write …", "choose …". */
  readonly remedy: string;
  /**
   * Given where the value may be encrypted: a well-formed one that stands in for it, for the stack's region, wherever it
   * cannot be decrypted. Left out where the value decides what is created, which a preview has to know.
   */
  readonly placeholder?: (region: string) => string;
}

/** The guidance of each setting's schema, beside the schema so that the JSON Schema stays free of it. */
export const guidanceOf = z.registry<Guidance>();

interface Described {
  /** Shown by editors: purpose, unit, what it costs. */
  readonly description: string;
  readonly remedy: string;
}

/** A whole number within bounds, both included. */
export function integer(min: number, max: number, { description, remedy }: Described) {
  const expected = `an integer from ${min} to ${max}`;
  return z.int().min(min).max(max).describe(description).register(guidanceOf, { expected, remedy });
}

/** One of the listed words. */
export function choice<const Words extends readonly [string, ...string[]]>(
  words: Words,
  { description, remedy }: Described,
) {
  const expected = `one of ${words.join(", ")}`;
  return z.enum(words).describe(description).register(guidanceOf, { expected, remedy });
}

/** Text of one form. */
export function text(
  form: RegExp,
  { description, ...guidance }: Guidance & { readonly description: string },
) {
  return z.string().regex(form).describe(description).register(guidanceOf, guidance);
}
