/**
 * One word of bash that means exactly this text, in printable ASCII. Everything that is not ours to write goes
 * through here. ASCII, because cloud-init decodes other characters of a MIME part wrongly unless they are base64.
 * @throws Error for a NUL, which no argument of a program can hold.
 */
export function quote(text: string): string {
  if (text.includes("\0")) throw new Error("expected text without NUL characters, which bash cannot hold");
  if (/^[\w./:@%+=,-]+$/.test(text)) return text;
  // Between plain quotes these look, to a reader and to shellcheck, as if they were meant to do something.
  if (/^[\t\n\x20-\x7e]*$/.test(text) && !/[$`\\]/.test(text)) return `'${text.replaceAll("'", "'\\''")}'`;
  return `$'${[...Buffer.from(text, "utf8")].map(escapeByte).join("")}'`;
}

function escapeByte(byte: number): string {
  const character = String.fromCharCode(byte);
  if (character === "'" || character === "\\") return `\\${character}`;
  if (/[\t\n\x20-\x7e]/.test(character)) return character;
  // Three octal digits, so that a digit which follows is not taken for part of the escape.
  return `\\${byte.toString(8).padStart(3, "0")}`;
}

/** A call of a shell function or program with arguments that may hold anything. */
export function call(name: string, ...words: readonly string[]): string {
  return [name, ...words.map(quote)].join(" ");
}
