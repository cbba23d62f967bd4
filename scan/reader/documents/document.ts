import type { FormatReader, Inside } from "../inside";
import { limits } from "../limits";
import { readTemplate } from "./cloudFormation";
import { readContainerDefinitions } from "./containerDefinitions";
import { readEc2LaunchTasks } from "./ec2LaunchTasks";
import { readIgnition } from "./ignition";
import { readImageBuilderDocument } from "./imageBuilder";
import { readKubernetesSecret } from "./kubernetesSecret";
import { isMapping, leaves } from "./node";
import { parseYaml } from "./parseYaml";
import { readSsmDocument } from "./ssmDocument";

/**
 * Takes apart the kinds of document that it knows, and says whether it was one. All kinds are told by their fields:
 * a name like `document.json` says nothing.
 */
export type DocumentReader = (document: unknown, inside: Inside) => boolean;

const kinds: readonly DocumentReader[] = [
  readIgnition,
  readTemplate,
  readSsmDocument,
  readImageBuilderDocument,
  readEc2LaunchTasks,
  readContainerDefinitions,
  readKubernetesSecret,
];

export const readYaml: FormatReader = (text, inside) => {
  if (isTooLarge(text, inside)) return;
  const parsed = parseYaml(text);
  if ("reason" in parsed) inside.unread("YAML", parsed.reason);
  else for (const document of parsed.documents) readDocument(document, inside);
};

export const readJson: FormatReader = (text, inside, name) => {
  if (isTooLarge(text, inside)) return;
  const parsed = parseJson(text);
  if (parsed !== undefined) readDocument(parsed.document, inside);
  // Comments, trailing commas, several documents in a row: YAML takes most of what JSON.parse refuses.
  else if (/^\s*[{[]/.test(text)) readYaml(text, inside, name);
};

function parseJson(text: string): { document: unknown } | undefined {
  try {
    return { document: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

function isTooLarge(text: string, inside: Inside): boolean {
  if (text.length <= limits.documentUnits) return false;
  inside.unread(
    "document",
    `it has ${text.length} characters, and more than ${limits.documentUnits} are not taken apart`,
  );
  return true;
}

/** A document of a known kind, or the texts in any other that its own lines show only in pieces. */
export function readDocument(document: unknown, inside: Inside): void {
  if (kinds.some((kind) => kind(document, inside))) return;
  const cut = () =>
    inside.unread("document", `more than ${limits.documentNodes} nodes or ${limits.documentDepth} levels`);
  if (typeof document === "string" || (!isMapping(document) && !Array.isArray(document))) return;
  for (const { path, name, value } of leaves(document, "", cut)) {
    if (inside.full) return;
    if (typeof value !== "string") inside.bytes({ place: path, name }, value);
    else if (/[\n\r\t"\\]/.test(value)) inside.text({ place: path, name }, value);
    else if (/[^\x20-\x7e]/.test(value)) inside.text({ place: path, name, format: "value" }, value);
  }
}
