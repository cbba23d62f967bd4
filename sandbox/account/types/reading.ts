import { isList, isProperties, UNKNOWN } from "../unknown";
import type { Properties, Value } from "../values";

// How the types read properties. A value that is not known yet, as previews have them, reads as "not there", so that
// a `validate` checks known values only; whether an input was given at all is `given`.

/** Whether the program gave this input at all, known or not yet known. */
export function given(properties: Properties, key: string): boolean {
  const value = properties[key];
  return value !== undefined && value !== null;
}

/** A known, non-empty string. The provider, too, takes "" for "not given". */
export function text(properties: Properties, key: string): string | undefined {
  const value = properties[key];
  return typeof value === "string" && value !== "" && value !== UNKNOWN ? value : undefined;
}

/** A known number. */
export function number(properties: Properties, key: string): number | undefined {
  const value = properties[key];
  return typeof value === "number" ? value : undefined;
}

/** A known boolean; also "true" and "false", as some of the provider's nullable booleans are written. */
export function flag(properties: Properties, key: string): boolean | undefined {
  const value = properties[key];
  if (value === "true") return true;
  if (value === "false") return false;
  return typeof value === "boolean" ? value : undefined;
}

/** The known strings of a list, in order. Empty when the list is absent or unknown. */
export function texts(properties: Properties, key: string): readonly string[] {
  return elements(properties[key]).filter(
    (value): value is string => typeof value === "string" && value !== UNKNOWN,
  );
}

/** A nested block, e.g. `metadataOptions`. */
export function block(properties: Properties, key: string): Properties | undefined {
  const value = properties[key];
  return isProperties(value) ? value : undefined;
}

/** The nested blocks of a list, e.g. `networkInterfaces`. Empty when the list is absent or unknown. */
export function blocks(properties: Properties, key: string): readonly Properties[] {
  return elements(properties[key]).filter(isProperties);
}

/** Every value at a path such as `ingress.securityGroups`; lists on the way are looked into. */
export function valuesAt(properties: Properties, path: string): readonly Value[] {
  return path.split(".").reduce<readonly Value[]>(
    (found, key) =>
      found.filter(isProperties).flatMap((value) => {
        const next = value[key];
        if (next === undefined) return [];
        return isList(next) ? next : [next];
      }),
    [properties],
  );
}

function elements(value: Value | undefined): readonly Value[] {
  return isList(value) ? value : [];
}
