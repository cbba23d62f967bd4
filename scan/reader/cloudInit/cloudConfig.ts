import { readLeaves } from "../documents/leafParts";
import { field, isMapping, items, mapping, scalar } from "../documents/node";
import { parseYaml } from "../documents/parseYaml";
import type { FormatReader, Inside } from "../inside";
import { limits } from "../limits";
import { withoutExpressions } from "./template";

/** Modules of cloud-init whose lists are commands: https://docs.cloud-init.io/en/latest/reference/modules.html */
const commands = ["runcmd", "bootcmd"];

/** A cloud-config: the files it writes, the commands it runs, and every other value under its name. */
export const readCloudConfig: FormatReader = (text, inside) => {
  if (text.length > limits.documentUnits) {
    inside.unread(
      "YAML",
      `it has ${text.length} characters, and more than ${limits.documentUnits} are not taken apart`,
    );
    return undefined;
  }
  const parsed = parseYaml(text);
  const readable = "reason" in parsed && /\{[{%]/.test(text) ? parseYaml(withoutExpressions(text)) : parsed;
  if ("reason" in readable) {
    inside.unread("YAML", `${readable.reason}; cloud-init would not read it either`);
    return undefined;
  }
  for (const document of readable.documents) readModules(document, "", inside);
  return "all";
};

function readModules(document: unknown, path: string, inside: Inside): void {
  const rest: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(mapping(document))) {
    if (key === "write_files") readFiles(value, `${path}write_files`, inside);
    else if (commands.includes(key)) readCommands(value, `${path}${key}`, inside);
    // Subiquity hands what is below to cloud-init on the installed system.
    else if (key === "autoinstall" || (key === "user-data" && path !== ""))
      readModules(value, `${path}${key}.`, inside);
    else rest[key] = value;
  }
  if (isMapping(document)) readLeaves(rest, path.replace(/\.$/, ""), inside);
  else readLeaves(document, "document", inside);
}

function readFiles(files: unknown, path: string, inside: Inside): void {
  for (const [i, file] of items(files).entries()) {
    const { content, source, ...rest } = mapping(file);
    const place = `${path}[${i}]`;
    const name = scalar(rest.path);
    if (content !== undefined)
      readContent(content, scalar(rest.encoding) ?? "", `${place}.content`, name, inside);
    if (source !== undefined) readSource(source, `${place}.source`, inside);
    if (!isMapping(file)) readLeaves(file, place, inside);
  }
}

/** What `canonicalize_extraction` of cloud-init's `cc_write_files.py` knows; any other encoding is taken for plain text. */
function readContent(
  content: unknown,
  encoding: string,
  place: string,
  name: string | undefined,
  inside: Inside,
): void {
  if (content instanceof Uint8Array) {
    inside.bytes(
      { place, name },
      /b64|base64/i.test(encoding) ? fromBase64(Buffer.from(content).toString("latin1")) : content,
    );
    return;
  }
  const text = scalar(content);
  if (text === undefined) {
    readLeaves(content, place, inside);
    return;
  }
  switch (encoding.trim().toLowerCase()) {
    case "b64":
    case "base64":
    case "gz+b64":
    case "gz+base64":
    case "gzip+b64":
    case "gzip+base64":
      readBase64(text, place, name, inside);
      return;
    case "gz":
    case "gzip":
      inside.bytes({ place, name }, Buffer.from(text, "latin1"));
      return;
    default:
      inside.text({ place, name }, text);
  }
}

/** Declared as base64: not being it must not hide it. */
function readBase64(text: string, place: string, name: string | undefined, inside: Inside): void {
  if (/^[A-Za-z0-9+/_=\s-]*$/.test(text)) inside.bytes({ place, name }, fromBase64(text));
  else {
    inside.unread(place, "it is declared as base64 and is none");
    inside.text({ place, name }, text);
  }
}

function fromBase64(text: string): Buffer {
  return Buffer.from(text, "base64");
}

function readSource(source: unknown, place: string, inside: Inside): void {
  readLeaves(source, place, inside);
  if (field(source, "uri") !== undefined) inside.unread(place, "it is fetched at boot from an address");
}

function readCommands(list: unknown, path: string, inside: Inside): void {
  for (const [i, command] of items(list).entries()) {
    const place = `${path}[${i}]`;
    const text = scalar(command);
    if (text !== undefined) inside.text({ place, format: "shell" }, text);
    else if (Array.isArray(command)) readWords(command, place, inside);
    else if (command !== null) readLeaves(command, place, inside);
  }
}

/** A command as a list of its words: the script of `[sh, -c, …]` stands for itself, the others are quoted where they must be. */
function readWords(command: readonly unknown[], place: string, inside: Inside): void {
  const words = command.map((word) => scalar(word) ?? "");
  const isShell =
    /(?:^|\/)(?:ba|da|z|k)?sh$/.test(words[0] ?? "") && /^-\w*c$/.test(words[words.length - 2] ?? "");
  const script = words.at(-1);
  if (isShell && script !== undefined) inside.text({ place, format: "shell" }, script);
  else inside.text({ place, format: "shell" }, words.map(quote).join(" "));
}

function quote(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
