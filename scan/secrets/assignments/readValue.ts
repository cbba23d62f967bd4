import type { Format } from "../../reader/part";

/** A literal in a text: what it says, where, and in which quotes. */
export interface Literal {
  readonly value: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string | undefined;
}

/** Nobody writes a longer secret on one line; the certificate chains that are longer are read by their own marks. */
const longest = 8192;

/** Formats in which a bare value goes on to the end of its line. */
const wholeLine: ReadonlySet<Format> = new Set([
  "yaml",
  "cloudConfig",
  "ini",
  "properties",
  "dotenv",
  "systemdUnit",
]);

const quoted: readonly (readonly [quote: string, pattern: RegExp])[] = [
  ['\\"', /\\"([^"\\\n]{0,8192}(?:\\(?!")[^"\\\n]{0,8192}){0,64})\\"/y],
  ["\\'", /\\'([^'\\\n]{0,8192})\\'/y],
  ['"', /"([^"\\\n]{0,8192}(?:\\[^\n][^"\\\n]{0,8192}){0,64})"/y],
  ["'", /'([^'\n]{0,8192})'/y],
  ["`", /`([^`\n]{0,8192})`/y],
  ["&quot;", /&quot;([^&\n]{0,8192})&quot;/y],
];

/** Reads the value that begins at `at`, after its separator: in quotes, else bare. */
export function readValue(text: string, at: number, format: Format, ownLine: boolean): Literal | undefined {
  // In a shell a backtick runs what follows.
  if (format === "shell" && text[at] === "`") return undefined;
  return (
    readQuoted(text, at) ??
    (ownLine && wholeLine.has(format) ? readLine(text, at, format) : readWord(text, at))
  );
}

export function readQuoted(text: string, at: number): Literal | undefined {
  const from = /[bBrRuU@]/.test(text[at] ?? "") && /["']/.test(text[at + 1] ?? "") ? at + 1 : at;
  for (const [quote, pattern] of quoted) {
    if (!text.startsWith(quote, from)) continue;
    pattern.lastIndex = from;
    const match = pattern.exec(text);
    if (match?.[1] === undefined) return undefined;
    const start = from + quote.length;
    return {
      value: match[1],
      start,
      end: start + match[1].length,
      quote: quote.at(-1) === ";" ? '"' : quote.at(-1),
    };
  }
  return undefined;
}

const inserted =
  /\$\([^)\n]{0,200}\)?|\$\{[^}\n]{0,200}\}?|\{\{[^}\n]{0,200}\}\}|<[^>\n]{1,200}>|`[^`\n]{0,200}`|%[A-Za-z_]\w{0,60}%/y;
const delimiter = /[\s"'`;,&<>|\\)\]}]/g;

/** Bare, up to what ends a word in a shell, a query, a connection string or a document. */
export function readWord(text: string, at: number): Literal | undefined {
  // What a shell, a template or a document puts in is kept whole, to be known for what it is.
  inserted.lastIndex = at;
  const insertion = inserted.exec(text)?.[0];
  const found = insertion ?? text.slice(at, Math.min(endOfWord(text, at), at + longestWord + 1));
  if (found === "" || found.length > longestWord) return undefined;
  const value = insertion === undefined ? found.replace(/[.:]$/, "") : found;
  return { value, start: at, end: at + value.length, quote: undefined };
}

/** Bare, up to the end of the line or a comment. */
export function readLine(text: string, at: number, format: Format): Literal | undefined {
  const limit = Math.min(text.length, at + longest);
  let end = text.indexOf("\n", at);
  if (end < 0 || end > limit) end = limit;
  const line = text.slice(at, end);
  const comment = line.search(format === "ini" ? /\s[#;]/ : /\s#/);
  const value = (comment < 0 ? line : line.slice(0, comment)).trimEnd();
  if (value === "" || value.length >= longest) return undefined;
  return { value, start: at, end: at + value.length, quote: undefined };
}

/** Longer are only the tokens that have marks of their own. */
const longestWord = 4096;

/** Of the run of a text that was looked at last: names that stand in one word share its end. */
let run = { text: "", from: 0, end: 0 };

function endOfWord(text: string, at: number): number {
  if (run.text !== text || at < run.from || at > run.end) {
    delimiter.lastIndex = at;
    run = { text, from: at, end: delimiter.exec(text)?.index ?? text.length };
  }
  return run.end;
}
