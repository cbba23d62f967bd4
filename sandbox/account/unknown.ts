import type { Properties, Value } from "./values";

/**
 * How a value that only AWS will know is written while a preview runs. Pulumi has one such mark per kind of value
 * (sdk/nodejs/runtime/rpc.ts of pulumi/pulumi); here all of them are read as this one, the string's.
 */
export const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** Whether a value, or anything inside it, is not known yet. */
export function containsUnknown(value: Value | undefined): boolean {
  if (value === UNKNOWN) return true;
  if (typeof value !== "object" || value === null) return false;
  return isList(value) ? value.some(containsUnknown) : Object.values(value).some(containsUnknown);
}

export function isList(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value);
}

export function isProperties(value: Value | undefined): value is Properties {
  return typeof value === "object" && value !== null && !isList(value);
}
