import type * as z from "zod";
import { describeKind, describeValue } from "./describeValue";
import { type Finding, valueAt } from "./finding";
import { isMapSetting } from "./schemaAt";

/** Completes "got …": the value only of a known setting that is plain, because of another it may hold a secret. */
export function describeFound(
  schema: z.ZodType,
  settings: unknown,
  { kind, path }: Finding,
  isSecret: boolean,
): string {
  const value = valueAt(settings, path);
  const isQuotable = kind === "wrongValue" && !isSecret && !isMapSetting(schema, path, settings);
  const found = isQuotable ? describeValue(value) : describeKind(value);
  return kind === "unknownKey" ? `an unknown key (${found})` : found;
}
