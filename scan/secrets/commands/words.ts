/** A word of a command line: its text without quotes, and where that stands. */
export interface Word {
  readonly value: string;
  readonly start: number;
  readonly end: number;
  /** The quote that all or the end of it stands in. */
  readonly quote: string | undefined;
  /** Where the last quoted piece begins: in the word's value, and in the text. */
  readonly quoted: { readonly index: number; readonly at: number };
}

const longest = 4000;
const mostWords = 200;
const longestSubstitution = 300;

/**
 * The words of the command that goes on at `from`, to its end: a separator, the line's end unless it is escaped, or
 * the closing quote of the text that the command stands in.
 * @param within the quote that the command stands in
 */
export function wordsFrom(text: string, from: number, within: string | undefined): Word[] {
  const limit = Math.min(text.length, from + longest);
  const words: Word[] = [];
  let at = from;
  while (at < limit && words.length < mostWords) {
    const character = text[at] ?? "";
    if (
      character === "\n" ||
      character === ";" ||
      character === "|" ||
      character === "&" ||
      character === ")" ||
      character === within
    )
      break;
    if (character === "\\" && text[at + 1] === "n" && within !== undefined) break;
    if (isContinuation(text, at)) {
      at += text.slice(at, at + 12).indexOf("\n") + 1;
      continue;
    }
    if (character === " " || /[\s,\]]/.test(character)) {
      at++;
      continue;
    }
    const word = wordAt(text, at, limit, within);
    words.push(word);
    at = Math.max(word.end + (word.quote === undefined ? 0 : 1), at + 1);
  }
  return words;
}

/** `\` of a shell, a backtick of PowerShell or `^` of cmd.exe before the end of the line. */
function isContinuation(text: string, at: number): boolean {
  const character = text[at];
  return (
    (character === "\\" || character === "`" || character === "^") &&
    /^[ \t]{0,4}\r?\n/.test(text.slice(at + 1, at + 8))
  );
}

/** Nothing in it means anything but itself. */
const plain = /[^\s;|&)"'$\\`^]+(?=[\s;|&)])/y;

function wordAt(text: string, from: number, limit: number, within: string | undefined): Word {
  plain.lastIndex = from;
  if (plain.test(text) && plain.lastIndex < limit) {
    const end = plain.lastIndex;
    return {
      value: text.slice(from, end),
      start: from,
      end,
      quote: undefined,
      quoted: { index: 0, at: from },
    };
  }
  let value = "";
  let start = from;
  let quote: string | undefined;
  let quoted = { index: 0, at: from };
  let at = from;
  for (; at < limit; at++) {
    const character = text[at] ?? "";
    if (character === within || /[\s;|&)]/.test(character)) break;
    if (character === '"' || character === "'") {
      const escaped = text[at - 1] === "\\";
      const close = closingQuote(text, at, limit);
      if (close === undefined) break;
      const inner = text.slice(at + 1, escaped && text[close - 1] === "\\" ? close - 1 : close);
      if (value === "" || value === "\\") {
        start = at + 1;
        value = "";
      }
      quoted = { index: value.length, at: at + 1 };
      value += inner;
      quote = character;
      at = close;
      continue;
    }
    if (quote !== undefined && (character === "," || character === "]")) break;
    if (character === "$" && text[at + 1] === "(") {
      const close = text.slice(at, Math.min(limit, at + longestSubstitution)).indexOf(")");
      const end = close < 0 ? at + 2 : at + close + 1;
      value += text.slice(at, end);
      at = end - 1;
      quote = undefined;
      continue;
    }
    value += character;
    if (quote !== undefined) quote = undefined;
  }
  return { value, start, end: quote === undefined ? at : at - 1, quote, quoted };
}

/** On the same line: who forgets a quote does not hide the rest of the text. */
function closingQuote(text: string, at: number, limit: number): number | undefined {
  const inner = text.slice(at + 1, limit);
  const close = inner.indexOf(text[at] ?? "");
  if (close < 0) return undefined;
  return inner.slice(0, close).includes("\n") ? undefined : at + 1 + close;
}
