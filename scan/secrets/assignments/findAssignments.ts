import type { Format } from "../../reader/part";
import type { Candidate, Detector, PartFacts } from "../candidate";
import { type NameKind, secretName } from "../names/secretName";
import { isSecretValue, type Setting } from "./judgeValue";
import { type NamePlace, namePlaces } from "./namePlaces";
import { pairedValue } from "./pairedValue";
import { type Literal, readQuoted, readValue, readWord } from "./readValue";
import { type Separator, separatorAfter } from "./separator";

const fetchAtBoot =
  "Keep it in Secrets Manager or as a SecureString in Parameter Store, and have the instance fetch it at boot.";

export const literalDetectors: Readonly<Record<NameKind, Detector>> = {
  password: { id: "password-literal", remedy: fetchAtBoot },
  token: { id: "token-literal", remedy: fetchAtBoot },
  credential: { id: "credential-literal", remedy: fetchAtBoot },
};

/** Values by the names that they are given to: `DB_PASSWORD=…`, `"apiKey": "…"`, `--token …`, `<password>…`. */
export function* findAssignments(text: string, part: PartFacts): Generator<Candidate> {
  for (const place of namePlaces(text, (name) => kindOf(name) !== undefined)) {
    const kind = kindOf(place.name);
    if (kind === undefined) continue;
    const found = valueAfter(text, place, kind, part);
    if (found !== undefined && isSecret(kind, found, part))
      yield { detector: literalDetectors[kind], start: found.start, end: found.end };
  }
}

/** A text that is as a whole the value of a name. */
export function* findNamedValue(text: string, part: PartFacts): Generator<Candidate> {
  if (part.format === "value" && part.name !== undefined) {
    const kind = kindOf(part.name);
    const value = text.trim();
    if (kind !== undefined && isSecretValue(kind, { value, quote: '"', format: "value" }, "literal")) {
      const start = text.indexOf(value);
      yield { detector: literalDetectors[kind], start, end: start + value.length };
    }
  }
}

interface Found extends Literal {
  readonly setting: Setting;
}

function isSecret(kind: NameKind, found: Found, { format }: PartFacts): boolean {
  return isSecretValue(kind, { value: found.value, quote: found.quote, format }, found.setting);
}

function valueAfter(
  text: string,
  place: NamePlace,
  kind: NameKind,
  { format }: PartFacts,
): Found | undefined {
  const paired = pairedValue(text, place, format);
  if (paired !== undefined) return { ...paired, setting: "literal" };
  const separator = separatorAfter(text, place, format, kind);
  if (separator === undefined) return undefined;
  const literal = withoutScheme(text, literalAfter(text, place, separator, format));
  if (literal === undefined) return undefined;
  return { ...literal, setting: settingOf(text, literal, separator.kind, place, format) };
}

function literalAfter(
  text: string,
  place: NamePlace,
  separator: Separator,
  format: Format,
): Literal | undefined {
  const skipped = schemeAt(text, separator.end);
  if (skipped > 0) return readWord(text, separator.end + skipped);
  return separator.quotedOnly
    ? readQuoted(text, separator.end)
    : separator.kind === "element"
      ? readElement(text, separator.end)
      : separator.kind === "flag"
        ? (readQuoted(text, separator.end) ?? readWord(text, separator.end))
        : readValue(text, separator.end, format, place.ownLine && !place.insideQuote);
}

const scheme = /(?:Bearer|Basic|Token|ApiKey|Api-Key|Splunk|SSWS|GenieKey|Bot|JWT)[ \t]{1,8}(?:token=)?/iy;

/** How many characters of `Bearer ` and its like stand here: https://www.iana.org/assignments/http-authschemes. */
function schemeAt(text: string, at: number): number {
  scheme.lastIndex = at;
  return scheme.test(text) ? scheme.lastIndex - at : 0;
}

function withoutScheme(text: string, literal: Literal | undefined): Literal | undefined {
  if (literal === undefined) return undefined;
  const skipped = schemeAt(text, literal.start);
  return skipped === 0 || skipped >= literal.value.length
    ? literal
    : { ...literal, value: literal.value.slice(skipped), start: literal.start + skipped };
}

/** Whether a bare word at this place is the value itself, or may be the name of something. */
function settingOf(
  text: string,
  literal: Literal,
  separator: string,
  place: NamePlace,
  format: Format,
): Setting {
  if (literal.quote !== undefined || separator === "element") return "literal";
  if (place.inComment) return "doubtful";
  switch (format) {
    case "yaml":
    case "cloudConfig":
      return /\s/.test(literal.value) ? "doubtful" : "literal";
    case "shell":
    case "dotenv":
    case "ini":
    case "properties":
    case "systemdUnit":
    case "batch":
    case "value":
      return "literal";
    case "json":
    case "mime":
    case "toml":
    case "xml":
    case "powershell":
    case "python":
    case "text":
      return separator === "flag" || (place.insideQuote && text[literal.end] === ";")
        ? "literal"
        : "doubtful";
    default:
      return format satisfies never;
  }
}

const content = /\s{0,80}(?:<(?:value|string)>\s{0,80})?(?:<!\[CDATA\[)?([^<\n\]]{1,4096})/iy;

function readElement(text: string, at: number): Literal | undefined {
  content.lastIndex = at;
  const match = content.exec(text);
  const value = match?.[1]?.trimEnd();
  if (value === undefined || value === "" || match === null) return undefined;
  const start = content.lastIndex - (match[1]?.length ?? 0);
  return { value, start, end: start + value.length, quote: undefined };
}

/** Names repeat; what they say does not change. Emptied before it could grow with the text. */
const kinds = new Map<string, NameKind | undefined>();
function kindOf(name: string): NameKind | undefined {
  if (kinds.has(name)) return kinds.get(name);
  if (kinds.size > 4096) kinds.clear();
  const kind = secretName(name);
  kinds.set(name, kind);
  return kind;
}
