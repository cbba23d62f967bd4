import { readResource } from "../carriers/readResource";
import { wholeBase64 } from "../reader/encodings/base64";
import { textOf } from "../reader/encodings/textOf";
import { read } from "../reader/walk";
import { awsResources } from "./aws";
import { eventResources, pulumiResources } from "./pulumi";
import type { DescribedResource } from "./resource";
import { findSettingProblems } from "./settings";
import type { Subject } from "./subject";

/** What a file is about: the resources that it describes, or what stands in it. */
export function subjectsOf(file: string, bytes: Uint8Array): Subject[] {
  const text = textOf(bytes)?.text;
  const resources = text === undefined ? undefined : describedIn(text);
  if (resources !== undefined)
    return resources.map(({ type, name, properties }) => ({
      file,
      resource: name,
      readings: readResource(type, properties),
      settings: findSettingProblems(properties),
    }));
  return [{ file, readings: [readFile(file, bytes, text)], settings: [] }];
}

/** Undefined where it is no document of Pulumi's or AWS's. */
function describedIn(text: string): DescribedResource[] | undefined {
  if (!/^\s*[{[]/.test(text)) return undefined;
  const whole = parse(text);
  if (whole !== undefined) {
    const documents: unknown[] = Array.isArray(whole) ? whole : [whole];
    const events =
      documents.length > 0 && Array.isArray(whole) ? allOf(documents, eventResources) : undefined;
    return events ?? pulumiResources(whole) ?? eventResources(whole) ?? awsResources(whole);
  }
  return ofLines(text);
}

/** The streaming form: one event a line. */
function ofLines(text: string): DescribedResource[] | undefined {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  if (!lines[0]?.includes('"sequence"')) return undefined;
  return allOf(lines.map(parse), eventResources);
}

function allOf(
  documents: readonly unknown[],
  read: (document: unknown) => DescribedResource[] | undefined,
): DescribedResource[] | undefined {
  const all: DescribedResource[] = [];
  for (const document of documents) {
    const some = read(document);
    if (some === undefined) return undefined;
    all.push(...some);
  }
  return all;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Signs that a text is user data as a whole, and not some other file of a folder: a script may be anything. */
const begins =
  /^\s*(?:#cloud-|#include(?:-once)?[ \t]*(?:\r?\n|https?:)|#upstart-job|#part-handler|## template: jinja|<(?:powershell|script)>|MIME-Version:|Content-Type:\s*multipart\/)/i;
/** Code that renders user data is none, whatever its name. */
const named =
  /(?:user-?_?data|cloud-?_?init|cloud-?_?config)[^.]{0,40}(?:\.(?:txt|sh|ps1|ya?ml|cfg|b64|base64|gz|mime|tpl|tmpl|tftpl|j2|json))*$/i;

function readFile(file: string, bytes: Uint8Array, text: string | undefined) {
  const name = file.slice(file.lastIndexOf("/") + 1);
  return read(text ?? bytes, {
    place: [name],
    ...(isUserData(file, name, text) ? { type: "user-data", isUserData: true } : { name }),
  });
}

function isUserData(file: string, name: string, text: string | undefined): boolean {
  // Standard input has no name to go by, and nobody keeps base64 or gzip of anything else beside their program.
  if (file === "-" || text === undefined || wholeBase64(text) !== undefined) return true;
  return begins.test(text) || named.test(name);
}
