import type { Format } from "../../reader/part";
import type { NamePlace } from "./namePlaces";
import { type Literal, readQuoted, readValue, readWord } from "./readValue";

const nameKey =
  /(?:^|[\s"'<{,\\-])(?:name|key|parameterkey|variable|parametername|optionname|setting|property|id)\\?["']?\s{0,8}[:=]\s{0,8}\\?["']?$/i;
const valueKey =
  /\\?["']?\s{0,80}[,/>]{0,2}\s{0,80}\\?["']?(?:value|parametervalue|default|defaultvalue|content)\\?["']?\s{0,8}[:=]\s{0,8}/iy;
// PowerShell's and reg.exe's own: `-Name DefaultPassword -Value …`, `/v DefaultPassword /t REG_SZ /d …`.
const nameFlag = /(?:-(?:Name|PropertyName)|\/v)\s{1,8}["']?$/i;
const valueFlag =
  /["']?\s{1,8}(?:(?:-(?:PropertyType|Type|Path)|\/t)\s{1,8}\S{1,200}\s{1,8}){0,2}(?:-(?:Value|PropertyValue)|\/d)\s{1,8}/iy;
// `<property name="password">…</property>`
const content = /["']\s{0,4}>([^<\n]{1,4096})(?=<)/y;
const plistString = /<\/(?:key|name)>\s{0,80}<(?:string|value)>([^<\n]{1,4096})/iy;
const opening = /\\?["']?\s{0,8}(?::\s{0,8}\{|:[ \t]{0,8}\r?\n|\{)/y;
const fallback = /(?:^|[\s"{,])default["']?\s{0,8}[:=]\s{0,8}/i;

/**
 * The value of a name that is itself a value: `{name: DB_PASSWORD, value: …}`, `<key>…</key><string>…`; and the
 * default of a declared parameter of that name.
 */
export function pairedValue(text: string, place: NamePlace, format: Format): Literal | undefined {
  plistString.lastIndex = place.end;
  const element = plistString.exec(text)?.[1];
  if (element !== undefined) {
    const start = plistString.lastIndex - element.length;
    return { value: element, start, end: start + element.length, quote: undefined };
  }
  if (nameKey.test(text.slice(Math.max(0, place.start - 40), place.start))) {
    content.lastIndex = place.end;
    const within = content.exec(text)?.[1];
    if (within !== undefined) {
      const end = content.lastIndex;
      return { value: within, start: end - within.length, end, quote: undefined };
    }
    valueKey.lastIndex = place.end;
    if (!valueKey.test(text)) return undefined;
    return readValue(text, valueKey.lastIndex, format, isAtLineStart(text, valueKey.lastIndex));
  }
  if (nameFlag.test(text.slice(Math.max(0, place.start - 24), place.start))) {
    valueFlag.lastIndex = place.end;
    if (valueFlag.test(text))
      return readQuoted(text, valueFlag.lastIndex) ?? readWord(text, valueFlag.lastIndex);
  }
  return declaredDefault(text, place, format);
}

/** CloudFormation's parameters and Terraform's variables: the name, a block, `Default` in it. */
function declaredDefault(text: string, place: NamePlace, format: Format): Literal | undefined {
  opening.lastIndex = place.end;
  if (!opening.test(text)) return undefined;
  const from = opening.lastIndex;
  const block = text.slice(from, from + 400).split(/\}|\n[ \t]{0,40}\r?\n/, 1)[0] ?? "";
  if (!/\b(?:type|noecho|description|sensitive)\b/i.test(block)) return undefined;
  const match = fallback.exec(block);
  if (match === null) return undefined;
  const at = from + match.index + match[0].length;
  return readValue(text, at, format, isAtLineStart(text, at));
}

/** Whether the key before a value begins its line, so that a bare value goes on to the line's end. */
function isAtLineStart(text: string, at: number): boolean {
  const lead = text.slice(Math.max(0, at - 120), at);
  return /^[ \t]{0,80}(?:- )?["']?[\w-]{1,40}["']?\s{0,8}[:=]\s{0,8}$/.test(
    lead.slice(lead.lastIndexOf("\n") + 1),
  );
}
