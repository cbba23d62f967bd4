import type { Format } from "../../reader/part";
import type { NameKind } from "../names/secretName";
import type { NamePlace } from "./namePlaces";

/** What stands between a name and its value. */
export interface Separator {
  readonly kind: "assign" | "flag" | "element" | "directive" | "call";
  /** Where the value begins. */
  readonly end: number;
  /** A bare value here would be code, or the next word of a sentence. */
  readonly quotedOnly: boolean;
}

const inList = /["']\s{0,8},\s{0,8}(?=["'])(?!["']-)/y;
const opening = /\s[^<>\n]{0,200}(?<!\/)>/y;
const closing = /\\?["'`]?\]?\)?[ \t]{0,40}/y;
const typed =
  /:\s{0,3}(?:str|string|String|SecretStr|Optional\[str\]|&str|&'static str)\s{0,3}=(?!=)\s{0,3}/y;
const assigning =
  /(?:=>|:=|\?=|\+=|=(?![=~])|:(?![:=]))[ \t]{0,40}(?:[|>][+-]?[ \t]{0,8}\r?\n[ \t]{1,80}|\\\r?\n[ \t]{0,40})?/y;

const flag = /(?:=|:|[ \t]{1,8}(?:\\\r?\n[ \t]{0,40})?)(?![-|&;\\\s])/y;
// `requirepass x`: two words and nothing else, the second of which no word of a language.
const directive = /(?=[^\s]{0,80}\d)(?=[^\s]{0,80}[A-Za-z])[^\s"'$<>(){}=]{6,200}[ \t]{0,8}\r?(?:\n|$)/y;
const argument = /,\s{0,20}(?=["'])/y;
const call = /\(\s{0,4}(?=["'][^"'\n]{1,200}["']\s{0,4}\))/y;

/** What follows a name, where it gives the name a value. */
export function separatorAfter(
  text: string,
  place: NamePlace,
  format: Format,
  kind: NameKind,
): Separator | undefined {
  const { end: at } = place;
  // A field of a colon-separated whole: `arn:aws:secretsmanager:eu-west-1:…:secret:prod/db`.
  if (text[at] === ":" && text[place.start - 1] === ":") return undefined;
  if (text[at] === ">" && text[place.start - 1] === "<")
    return { kind: "element", end: at + 1, quotedOnly: false };
  if (text[place.start - 1] === "<") {
    // `<Pass encoding="base64">…`
    const attributes = endOf(opening, text, at);
    return attributes === undefined ? undefined : { kind: "element", end: attributes, quotedOnly: false };
  }
  // `['--token', '…']`
  const listed = place.dashes === "" ? undefined : endOf(inList, text, at);
  if (listed !== undefined) return { kind: "flag", end: listed, quotedOnly: true };
  if (place.dashes !== "" && !place.ownQuote) {
    const flag = flagAfter(text, at);
    if (flag !== undefined) return flag;
  }
  if (/[!<>]$/.test(text.slice(place.start - 1, place.start)) && format === "xml") return undefined;
  closing.lastIndex = at;
  const after = closing.exec(text) === null ? at : closing.lastIndex;
  if (text[place.start - 1] === "{" && text[place.start - 2] === "$") return defaultAfter(text, at);
  const variable = isVariable(text, place);
  const type = endOf(typed, text, after);
  if (type !== undefined) return { kind: "assign", end: type, quotedOnly: true };
  const assigned = endOf(assigning, text, after);
  if (assigned !== undefined) {
    // In a shell `$PASSWORD = x` compares, and `PASSWORD= x` gives nothing.
    if (variable && format === "shell") return undefined;
    if (format === "shell" && text[after] === "=" && /[ \t]/.test(text[after + 1] ?? "") && after === at)
      return undefined;
    // The end of the text that the name is in: `read -p "Password: " answer`.
    const quote = text[assigned];
    if (
      place.insideQuote &&
      (quote === '"' || quote === "'") &&
      !/[=:]$/.test(text.slice(assigned - 1, assigned))
    )
      return undefined;
    if (
      place.insideQuote &&
      (quote === '"' || quote === "'") &&
      !place.ownQuote &&
      closesHere(text, place, assigned)
    )
      return undefined;
    return { kind: "assign", end: assigned, quotedOnly: isCode(text, place, format, variable) };
  }
  return wordAfter(text, place, kind, after);
}

/** `--password x`, `--password=x`, `-Password:x`, `/password:x`. */
function flagAfter(text: string, at: number): Separator | undefined {
  const end = endOf(flag, text, at);
  return end === undefined ? undefined : { kind: "flag", end, quotedOnly: false };
}

/** A call (`setPassword("x")`), an argument after its key (`define("KEY", "x")`), a directive (`requirepass x`). */
function wordAfter(text: string, place: NamePlace, kind: NameKind, after: number): Separator | undefined {
  if (place.ownQuote && text[after] === ",") {
    // `get('PASSWORD'), 'HOST'`: the call, or the index, has ended.
    if (/[\])]/.test(text.slice(place.end, after))) return undefined;
    // The first argument of a call; in a list a name and its neighbour have nothing to do with each other.
    if (!/\(\s{0,4}\\?["'`]$/.test(text.slice(Math.max(0, place.start - 8), place.start))) return undefined;
    const next = endOf(argument, text, after);
    return next === undefined ? undefined : { kind: "call", end: next, quotedOnly: true };
  }
  const called = endOf(call, text, place.end);
  if (called !== undefined)
    return /(?:^|[.])(?:set|with|use)?_?[a-z]*pass[a-z]*$/i.test(place.name)
      ? { kind: "call", end: called, quotedOnly: true }
      : undefined;
  if (after <= place.end || place.ownQuote || !place.ownLine || place.inComment) return undefined;
  const next = text[after];
  if (kind === "password" && (next === "'" || next === '"'))
    return { kind: "directive", end: after, quotedOnly: true };
  directive.lastIndex = after;
  return directive.test(text) ? { kind: "directive", end: after, quotedOnly: false } : undefined;
}

const fallback = /:?[-=](?![}\s])|:(?![-=?+}\s])/y;

/** What a variable is where it is unset: `${PASSWORD:-x}` of a shell, `${PASSWORD:x}` of Spring. */
function defaultAfter(text: string, at: number): Separator | undefined {
  const end = endOf(fallback, text, at);
  return end === undefined ? undefined : { kind: "flag", end, quotedOnly: false };
}

function isVariable(text: string, { start }: NamePlace): boolean {
  const before = text[start - 1];
  return (
    before === "$" ||
    (before === "{" && text[start - 2] === "$") ||
    (before === ":" && /\$\w{2,8}$/.test(text.slice(Math.max(0, start - 10), start - 1)))
  );
}

/** Whether what stands bare after the name is an expression of a language. */
function isCode(text: string, place: NamePlace, format: Format, variable: boolean): boolean {
  if (place.insideQuote) return false;
  if (format === "python" || format === "powershell") return true;
  return (
    format === "text" &&
    (variable ||
      /\b(?:const|let|var|final|string|val|def)\s{1,8}[\w$]{0,40}$/i.test(
        text.slice(Math.max(0, place.start - 40), place.start),
      ))
  );
}

/** Whether a quote ends the text that was open, rather than beginning a value: the same quote, with a blank behind. */
function closesHere(text: string, place: NamePlace, at: number): boolean {
  const lead = text.slice(Math.max(0, place.start - 300), place.start);
  const line = lead.slice(lead.lastIndexOf("\n") + 1);
  return line.includes(text[at] ?? "") && /[\s;,)|&\]}]|^$/.test(text[at + 1] ?? "");
}

function endOf(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}
