import { readContainerDefinitions } from "../reader/documents/containerDefinitions";
import { readDocument } from "../reader/documents/document";
import type { Inside } from "../reader/inside";
import type { Reading } from "../reader/part";
import { read, readPieces, unreadable } from "../reader/walk";
import type { Carrier } from "./carrier";
import { assetOf, Hidden, isRecord, plain } from "./pulumiValue";
import { carriersOf } from "./table";

/** All that a resource carries to an instance, by the token or CloudFormation name of its type. */
export function readResource(type: string, properties: unknown): Reading[] {
  return carriersOf(type).flatMap((carrier) => readCarrier(carrier, properties));
}

/** What one property carries; one reading for each item of a list in its path. Only that property is touched. */
export function readCarrier(carrier: Carrier, properties: unknown): Reading[] {
  return [...valuesAt(plain(properties), carrier.path.split("."), "")].flatMap(({ value, place }) => {
    if (value instanceof Hidden) return [unreadable([place], value.reason)];
    if (value === undefined || value === null || value === "") return [];
    return readValue(carrier, value, place, properties);
  });
}

function readValue(carrier: Carrier, value: unknown, place: string, properties: unknown): Reading[] {
  const name = carrier.named === undefined ? undefined : textOf(property(properties, carrier.named));
  const at = [place];
  switch (carrier.holds) {
    case "userData":
      return typeof value === "string"
        ? [read(value, { place: at, type: "user-data", isUserData: true })]
        : [];
    case "file":
    case "document":
      if (typeof value === "string") return [read(value, { place: at, name })];
      return [readPieces(at, (inside) => readDocument(deepPlain(value, inside, ""), inside))];
    case "fileBase64":
      return typeof value === "string" ? [read(Buffer.from(value, "base64"), { place: at, name })] : [];
    case "containers":
      return [readContainers(value, at)];
    case "variables":
    case "values":
      return [readPieces(at, (inside) => readNamed(value, lastName(place), "", inside))];
    case "asset":
      return readAsset(value, at, name);
    case "parameter":
      if (/^SecureString$/i.test(textOf(property(properties, "type")) ?? "")) return [];
      return [readPieces(at, (inside) => readNamed(value, name ?? lastName(place), "", inside))];
    default:
      return carrier.holds satisfies never;
  }
}

/** Definitions as JSON or as a list; a batch job has a single one. */
function readContainers(value: unknown, place: readonly string[]): Reading {
  return readPieces(place, (inside) => {
    const parsed = typeof value === "string" ? parse(value) : deepPlain(value, inside, "");
    const definitions = Array.isArray(parsed) ? parsed : [parsed];
    if (!readContainerDefinitions(definitions, inside)) readNamed(parsed, "", "", inside);
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function readAsset(value: unknown, place: readonly string[], name: string | undefined): Reading[] {
  const asset = assetOf(value);
  if (asset === undefined) return [];
  switch (asset.kind) {
    case "text":
      return [read(asset.text, { place, name })];
    case "elsewhere":
      return [unreadable(place, asset.reason)];
    case "archive":
      return Object.entries(asset.assets).flatMap(([file, inner]) =>
        readAsset(inner, [...place, file], file),
      );
    default:
      return asset satisfies never;
  }
}

/**
 * Values under their names, from a map (`{DB_HOST: …}`), a list of pairs (`{name, value}`, `{key, value}`), or as they are.
 */
function readNamed(raw: unknown, name: string, path: string, inside: Inside): void {
  const value = plain(raw);
  if (value instanceof Hidden) {
    inside.unread(path === "" ? name : path, value.reason);
  } else if (Array.isArray(value)) {
    for (const [i, item] of value.entries()) readNamed(item, name, `${path}[${i}]`, inside);
  } else if (isRecord(value)) {
    const pair = pairOf(value);
    if (pair !== undefined) readNamed(pair.value, pair.name, pair.name, inside);
    // The provider's own mark of which fields it set by default.
    else
      for (const [key, inner] of Object.entries(value))
        if (key !== "__defaults") readNamed(inner, key, path === "" ? key : `${path}.${key}`, inside);
  } else {
    const text = textOf(value);
    if (text !== undefined && text !== "")
      inside.text(
        { place: path === "" ? name : path, name, format: text.includes("\n") ? undefined : "value" },
        text,
      );
  }
}

function pairOf(value: Record<string, unknown>): { name: string; value: unknown } | undefined {
  const name = textOf(
    plain(property(value, "name") ?? property(value, "key") ?? property(value, "parameterKey")),
  );
  const held = property(value, "value") ?? property(value, "values") ?? property(value, "parameterValue");
  return name === undefined || held === undefined ? undefined : { name, value: held };
}

function* valuesAt(
  value: unknown,
  path: readonly string[],
  place: string,
): Generator<{ value: unknown; place: string }> {
  const [step, ...rest] = path;
  if (step === undefined || value instanceof Hidden) {
    yield { value, place };
    return;
  }
  const isList = step.endsWith("[]");
  const key = isList ? step.slice(0, -2) : step;
  const at = place === "" ? key : `${place}.${key}`;
  const inner = plain(property(value, key));
  // Pulumi flattens some lists of one to their item.
  if (Array.isArray(inner) && (isList || rest.length > 0))
    for (const [i, item] of inner.entries()) yield* valuesAt(plain(item), rest, `${at}[${i}]`);
  else if (!isList || inner instanceof Hidden) yield* valuesAt(inner, rest, at);
}

/** By its name in either case of the first letter: `userData`, `UserData`. */
function property(value: unknown, name: string): unknown {
  if (!isRecord(value)) return undefined;
  if (Object.hasOwn(value, name)) return value[name];
  const capital = name.charAt(0).toUpperCase() + name.slice(1);
  return Object.hasOwn(value, capital) ? value[capital] : undefined;
}

/** An object out of its wrappings throughout; what is hidden in it is reported and left out. */
function deepPlain(raw: unknown, inside: Inside, path: string): unknown {
  const value = plain(raw);
  if (value instanceof Hidden) {
    inside.unread(path, value.reason);
    return undefined;
  }
  if (Array.isArray(value)) return value.map((item, i) => deepPlain(item, inside, `${path}[${i}]`));
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      deepPlain(inner, inside, path === "" ? key : `${path}.${key}`),
    ]),
  );
}

function textOf(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : undefined;
}

function lastName(place: string): string {
  return /([^.[\]]+)(?:\[\d+\])*$/.exec(place)?.[1] ?? place;
}
