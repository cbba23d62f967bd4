import * as z from "zod";
import { safeParse } from "zod/v4/core";
import { isMap, type SettingPath } from "./finding";
import { type Guidance, guidanceOf } from "./setting";

type AnySchema = z.core.$ZodType;

/** The schema of the setting at a path; undefined where the schema has no such setting. */
export function schemaAt(root: AnySchema, path: SettingPath): AnySchema | undefined {
  return path.reduce<AnySchema | undefined>((schema, key) => schema && child(unwrap(schema), key), root);
}

/** The guidance of the setting at a path; of a map of settings, words that hold for each of them. */
export function guidanceAt(root: AnySchema, path: SettingPath): Guidance {
  const schema = schemaAt(root, path);
  return (
    (schema && guidanceOf.get(unwrap(schema))) ?? {
      expected: "a map of settings",
      remedy: "indent its settings below it, one a line",
    }
  );
}

/** The names that a map of settings knows, of its kind where the map says which; undefined where any name is allowed. */
export function knownNames(root: AnySchema, path: SettingPath, map: unknown): string[] | undefined {
  const schema = schemaAt(root, path);
  const inner = schema && unwrap(schema);
  return inner && namesOf(inner, map);
}

function namesOf(schema: AnySchema, map: unknown): string[] | undefined {
  if (schema instanceof z.ZodObject) return Object.keys(schema.shape);
  if (!(schema instanceof z.ZodDiscriminatedUnion)) return undefined;
  const { discriminator } = schema.def;
  const kind = isMap(map) ? map[discriminator] : undefined;
  const own = schema.options.filter((option) => {
    const literal = child(unwrap(option), discriminator);
    return literal !== undefined && safeParse(literal, kind).success;
  });
  const options = own.length > 0 ? own : schema.options;
  return [...new Set(options.flatMap((option) => namesOf(unwrap(option), map) ?? []))];
}

/** Whether the setting at a path is a map of further settings. */
export function isMapSetting(root: AnySchema, path: SettingPath): boolean {
  const schema = schemaAt(root, path);
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

function child(schema: AnySchema, key: string | number): AnySchema | undefined {
  if (schema instanceof z.ZodObject) return Object.hasOwn(schema.shape, key) ? schema.shape[key] : undefined;
  if (schema instanceof z.ZodRecord) return schema.valueType;
  if (schema instanceof z.ZodArray) return schema.element;
  if (schema instanceof z.ZodDiscriminatedUnion) return firstWithChild(schema.options, key);
  return undefined;
}

/** What several options of a union have under one name is described alike in each. */
function firstWithChild(options: readonly AnySchema[], key: string | number): AnySchema | undefined {
  return options.map((option) => child(unwrap(option), key)).find((found) => found !== undefined);
}

/** Guidance belongs to the value itself: whether it may be left out is another matter. */
function unwrap(schema: AnySchema): AnySchema {
  return schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault || schema instanceof z.ZodOptional
    ? unwrap(schema.unwrap())
    : schema;
}
