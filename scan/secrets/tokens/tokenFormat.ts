/** What a vendor's tokens look like: a beginning that nothing else has, and what follows it. */
export interface TokenFormat {
  readonly id: string;
  /** Begins at the boundary of a word. Its first two characters are what a text is searched for. */
  readonly prefix: string;
  /** The rest as the source of a regular expression in which every repetition is bounded, and none is nested. */
  readonly rest: string;
}

/** The formats of one vendor, and where it says so. */
export interface Vendor {
  readonly vendor: string;
  readonly source: string;
  readonly formats: readonly TokenFormat[];
}

/** Rows of id, prefix, rest. */
export function vendor(
  name: string,
  source: string,
  ...rows: readonly (readonly [id: string, prefix: string, rest: string])[]
): Vendor {
  return { vendor: name, source, formats: rows.map(([id, prefix, rest]) => ({ id, prefix, rest })) };
}

/** Sets that vendors draw from, as sources of regular expressions. */
export const alnum = "[A-Za-z0-9]";
export const hex = "[0-9a-f]";
export const url64 = "[A-Za-z0-9_-]";
export const upper32 = "[A-Z2-7]";
export const upperAlnum = "[A-Z0-9]";
export const uuid = `${hex}{8}-${hex}{4}-${hex}{4}-${hex}{4}-${hex}{12}`;
