/**
 * A PowerShell expression whose value is this text. PowerShell takes four typographic characters for an apostrophe, and
 * EC2Launch's YAML may not keep a carriage return: what is more than printable ASCII travels as base64.
 */
export function quote(text: string): string {
  if (/^[\t\n\x20-\x7e]*$/.test(text)) return `'${text.replaceAll("'", "''")}'`;
  return `(Convert-Base64 '${Buffer.from(text, "utf8").toString("base64")}')`;
}

/** A call of a function of the base script, its arguments by position. */
export function call(name: string, ...words: readonly string[]): string {
  return [name, ...words.map(quote)].join(" ");
}

/** A list as one argument. */
export function quoteList(texts: readonly string[]): string {
  return `@(${texts.map(quote).join(", ")})`;
}
