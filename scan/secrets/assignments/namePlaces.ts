import type { Anchors } from "../../anchors/anchorTable";

/** A name that speaks of a secret, where it stands. */
export interface NamePlace {
  readonly name: string;
  /** Of the name without its dashes. */
  readonly start: number;
  readonly end: number;
  /** `-`, `--` or `/` before it. */
  readonly dashes: string;
  /** In quotes of its own: a key of a document. */
  readonly ownQuote: boolean;
  /** Inside of a quoted text, with others. */
  readonly insideQuote: boolean;
  /** Nothing but indentation, a list's dash, `export` and the like stands before it on its line. */
  readonly ownLine: boolean;
  readonly inComment: boolean;
}

const nouns = "pass art-api secret token pw key auth cred psk jwt salt psw kennwort senha contrase".split(
  " ",
);
const noun = new RegExp(nouns.join("|"), "gi");

export const nameAnchors: Anchors = { anyCase: nouns };

const longestName = 80;
const longestLead = 300;

/**
 * Every name with a noun of secrets in it, each once, from front to back.
 * @param speaksOfSecret asked first: what stands around a name is looked at only where it matters
 */
export function* namePlaces(text: string, speaksOfSecret: (name: string) => boolean): Generator<NamePlace> {
  noun.lastIndex = 0;
  let from = 0;
  for (;;) {
    noun.lastIndex = from;
    const hit = noun.exec(text);
    if (hit === null) return;
    let start = hit.index;
    let end = hit.index + hit[0].length;
    while (start > from && hit.index - start < longestName && isNamePart(text.charCodeAt(start - 1))) start--;
    while (end - hit.index < longestName && isNamePart(text.charCodeAt(end))) end++;
    from = end;
    if (isNamePart(text.charCodeAt(end))) continue;
    const place = placeAt(text, start, end, speaksOfSecret);
    if (place !== undefined) yield place;
  }
}

function placeAt(
  text: string,
  from: number,
  to: number,
  speaksOfSecret: (name: string) => boolean,
): NamePlace | undefined {
  let start = from;
  let end = to;
  // `\n` and `\t` of an escaped text belong to no name.
  if (text[start - 1] === "\\" && /[nrt]/.test(text[start] ?? "") && text[start - 2] !== "\\") start++;
  while (start < end && /[-.]/.test(text[start] ?? "")) start++;
  while (end > start && /[-.]/.test(text[end - 1] ?? "")) end--;
  if (start >= end || !mayNameValue(text.charCodeAt(end)) || !speaksOfSecret(text.slice(start, end)))
    return undefined;
  const dashes =
    text.slice(from, start).replaceAll(".", "") ||
    (text[start - 1] === "/" && /[\s]/.test(text[start - 2] ?? " ") ? "/" : "");
  const lead = leadOf(text, from);
  const before = text[from - 1];
  const ownQuote = (before === '"' || before === "'" || before === "`") && isClosed(text, end, before);
  return {
    name: text.slice(start, end),
    start,
    end,
    dashes,
    ownQuote,
    insideQuote: !ownQuote && openQuote(lead) !== undefined,
    ownLine:
      /^\s{0,80}(?:#+\s{0,4})?(?:[-*]\s{1,8})?(?:export\s{1,4}|set\s{1,4}|declare\s{1,4}(?:-\w{1,4}\s{1,4})?|local\s{1,4}|readonly\s{1,4}|env\s{1,4})?["'[]{0,2}$/i.test(
        lead,
      ),
    inComment: /^\s*(?:#|\/\/|;|--|rem\b|::)/i.test(lead) || /\s#\s/.test(lead),
  };
}

function isClosed(text: string, end: number, quote: string): boolean {
  return text[end] === quote || (text[end] === "\\" && text[end + 1] === quote);
}

/** What stands before on the same line, as far back as it may matter. */
function leadOf(text: string, at: number): string {
  const earliest = Math.max(0, at - longestLead);
  const lead = text.slice(earliest, at);
  return lead.slice(lead.lastIndexOf("\n") + 1);
}

/** The quote that is still open at the end. */
export function openQuote(lead: string): string | undefined {
  let open: string | undefined;
  for (const character of lead) {
    if (open !== undefined) {
      if (character === open) open = undefined;
    } else if (character === '"' || character === "'") open = character;
  }
  return open;
}

function isNamePart(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    code === 95 ||
    code === 45 ||
    code === 46 ||
    code > 191
  );
}

/** What may stand behind a name that is given a value: quotes, brackets, separators, blanks. */
function mayNameValue(next: number): boolean {
  return next > 0 && "\"'`\\]) \t=:>,({?+&</\r\n".includes(String.fromCharCode(next));
}
