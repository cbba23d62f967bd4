import type * as z from "zod";
import { safeParse } from "zod/v4/core";
import { isEncrypted } from "./encrypted";
import { type Finding, type SettingPath, valueAt } from "./finding";
import { findNearestName } from "./nearestName";
import { guidanceAt, kindsAt, knownNames, schemaAt, wordsAt } from "./schemaAt";
import type { Guidance } from "./setting";

/** What the schema finds wrong with settings, worded by its own guidance. One mistake is one finding. */
export function findSchemaProblems(schema: z.ZodType, settings: unknown): Finding[] {
  const result = schema.safeParse(settings);
  if (result.success) return [];
  const found = result.error.issues.flatMap((issue) => {
    const path = issue.path.map((segment) => (typeof segment === "symbol" ? segment.toString() : segment));
    const encrypted = findEncryptedPrefix(settings, path);
    if (encrypted !== undefined) return [{ finding: inTheClear(encrypted) }];
    return issue.code === "unrecognized_keys"
      ? issue.keys.map((key) => unknownKey(schema, settings, path, key))
      : [{ finding: wrongValue(schema, settings, path) }];
  });
  // A mistyped name is found twice, as an unknown key and as an absent one: the first says what to do.
  const meant = found.map((one) => JSON.stringify(one.meant));
  const findings = new Map(
    found
      .map(({ finding }) => [JSON.stringify(finding.path), finding] as const)
      .filter(([path]) => !meant.includes(path)),
  );
  return [...findings.values()];
}

/** The encrypted value that holds the path. */
function findEncryptedPrefix(settings: unknown, path: SettingPath): SettingPath | undefined {
  const prefixes = path.map((_, index) => path.slice(0, index + 1));
  return prefixes.find((prefix) => isEncrypted(valueAt(settings, prefix)));
}

function inTheClear(path: SettingPath): Finding {
  const remedy = "write it in the clear: it decides what is created, which a preview has to know";
  return { kind: "wrongValue", path, expected: "a value that is not encrypted", remedy };
}

interface Found {
  readonly finding: Finding;
  /** The setting that an unknown key most likely meant, where that one is absent. */
  readonly meant?: SettingPath;
}

function unknownKey(schema: z.ZodType, settings: unknown, parent: SettingPath, key: string): Found {
  const known = knownNames(schema, parent, settings) ?? [];
  const nearest = findNearestName(key, known);
  const finding = {
    kind: "unknownKey",
    path: [...parent, key],
    expected: `one of ${known.join(", ")}`,
  } as const;
  if (nearest === undefined) return { finding: { ...finding, remedy: "remove it" } };
  const meant = [...parent, nearest];
  return valueAt(settings, meant) === undefined
    ? { finding: { ...finding, remedy: `rename it to ${nearest}` }, meant }
    : { finding: { ...finding, remedy: `remove it, ${nearest} is there already` } };
}

function wrongValue(schema: z.ZodType, settings: unknown, path: SettingPath): Finding {
  const { expected, remedy } = guidanceFor(schema, settings, path);
  const value = valueAt(settings, path);
  const meant =
    typeof value === "string" ? findNearestName(value, wordsAt(schema, path, settings) ?? []) : undefined;
  if (meant !== undefined) return { kind: "wrongValue", path, expected, remedy: `write ${meant}` };
  const quoted = isQuoted(schemaAt(schema, path, settings), value);
  return { kind: "wrongValue", path, expected, remedy: quoted ? "remove the quotes" : remedy };
}

/** What kind a map of settings is of, each of its kinds says by itself only. */
function guidanceFor(schema: z.ZodType, settings: unknown, path: SettingPath): Guidance {
  const kinds = kindsAt(schema, path, settings);
  return kinds === undefined
    ? guidanceAt(schema, path, settings)
    : { expected: `one of ${kinds.join(", ")}`, remedy: "choose one" };
}

/** Whether the text would be right as the number or truth value that it spells. */
function isQuoted(setting: z.core.$ZodType | undefined, value: unknown): boolean {
  if (setting === undefined || typeof value !== "string" || !/^(\d+|true|false)$/.test(value)) return false;
  return safeParse(setting, JSON.parse(value.replace(/^0+(?=\d)/, ""))).success;
}
