import * as z from "zod";
import { safeParse } from "zod/v4/core";
import { type SettingPath, valueAt } from "./finding";
import { type Guidance, guidanceOf } from "./setting";

type AnySchema = z.core.$ZodType;

/**
 * The schema of the setting at a path; undefined where the schema has no such setting.
 * @param settings tell of what kind a setting is that may be of several; without them it may be any
 */
export function schemaAt(root: AnySchema, path: SettingPath, settings?: unknown): AnySchema | undefined {
  return path.reduce<AnySchema | undefined>(
    (schema, key, index) => schema && child(unwrap(schema), key, valueAt(settings, path.slice(0, index))),
    root,
  );
}

/** The guidance of the setting at a path; of a map of settings, words that hold for each of them. */
export function guidanceAt(root: AnySchema, path: SettingPath, settings?: unknown): Guidance {
  const schema = schemaAt(root, path, settings);
  return (
    (schema && guidanceOf.get(unwrap(schema))) ?? {
      expected: "a map of settings",
      remedy: "indent its settings below it, one a line",
    }
  );
}

/** The names that a map of settings knows; undefined where any name is allowed. */
export function knownNames(root: AnySchema, path: SettingPath, settings: unknown): string[] | undefined {
  const schema = schemaAt(root, path, settings);
  return schema && namesOf(unwrap(schema), valueAt(settings, path));
}

function namesOf(schema: AnySchema, value: unknown): string[] | undefined {
  if (schema instanceof z.ZodObject) return Object.keys(schema.shape);
  if (!(schema instanceof z.ZodDiscriminatedUnion)) return undefined;
  const names = optionsFor(schema, value).flatMap((option) => namesOf(unwrap(option), value) ?? []);
  return [...new Set(names)];
}

/** The words that the setting at a path may be; undefined where it is none of a few words. */
export function wordsAt(root: AnySchema, path: SettingPath, settings: unknown): string[] | undefined {
  const schema = schemaAt(root, path, settings);
  const inner = schema && unwrap(schema);
  return inner instanceof z.ZodEnum ? inner.options.map(String) : kindsAt(root, path, settings);
}

/** Of the setting that says which of several kinds the map is that it is in: all of these. */
export function kindsAt(root: AnySchema, path: SettingPath, settings: unknown): string[] | undefined {
  const parent = schemaAt(root, path.slice(0, -1), settings);
  const union = parent && unwrap(parent);
  if (!(union instanceof z.ZodDiscriminatedUnion) || union.def.discriminator !== path.at(-1))
    return undefined;
  return union.options.flatMap((option) => {
    const kind = child(unwrap(option), union.def.discriminator, undefined);
    return kind instanceof z.ZodLiteral ? [...kind.values].map(String) : [];
  });
}

/** Whether the setting at a path is a map of further settings. */
export function isMapSetting(root: AnySchema, path: SettingPath, settings?: unknown): boolean {
  const schema = schemaAt(root, path, settings);
  const inner = schema && unwrap(schema);
  return (
    inner instanceof z.ZodObject || inner instanceof z.ZodRecord || inner instanceof z.ZodDiscriminatedUnion
  );
}

/** Whether the setting at a path is a map or a list: the engine hands those over as JSON text. */
export function isNestedSetting(root: AnySchema, path: SettingPath): boolean {
  const schema = schemaAt(root, path);
  return isMapSetting(root, path) || (schema !== undefined && unwrap(schema) instanceof z.ZodArray);
}

function child(schema: AnySchema, key: string | number, value: unknown): AnySchema | undefined {
  if (schema instanceof z.ZodObject) return Object.hasOwn(schema.shape, key) ? schema.shape[key] : undefined;
  if (schema instanceof z.ZodRecord) return schema.valueType;
  if (schema instanceof z.ZodArray) return schema.element;
  if (schema instanceof z.ZodTuple) return schema.def.items[Number(key)] ?? schema.def.rest ?? undefined;
  if (schema instanceof z.ZodDiscriminatedUnion)
    // What several kinds have under one name is described alike in each.
    return optionsFor(schema, value)
      .map((option) => child(unwrap(option), key, value))
      .find((found) => found !== undefined);
  return undefined;
}

/** The kind that the value says it is of; every kind where it says none. */
function optionsFor(union: z.ZodDiscriminatedUnion, value: unknown): readonly AnySchema[] {
  const { discriminator } = union.def;
  const said = union.options.filter((option) => {
    const kind = child(unwrap(option), discriminator, undefined);
    return kind !== undefined && safeParse(kind, valueAt(value, [discriminator])).success;
  });
  return said.length > 0 ? said : union.options;
}

/** Guidance belongs to the value itself: whether it may be left out is another matter. */
function unwrap(schema: AnySchema): AnySchema {
  return schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault || schema instanceof z.ZodOptional
    ? unwrap(schema.unwrap())
    : schema;
}
