import { distance } from "fastest-levenshtein";
import { joinIndex, joinKey } from "../propertyPath";
import type { CheckFailure } from "../resourceType";
import {
  findProperty,
  isListShape,
  mapElement,
  type ObjectShape,
  type PlainShape,
  propertyNames,
  requiredNames,
  type Shape,
} from "../schema/shape";
import { isList, isProperties, UNKNOWN } from "../unknown";
import type { Properties, Value } from "../values";

/** Inputs in the kinds that the SDK declares, and everything about them that it does not. */
export interface Conformed {
  inputs: Properties;
  failures: readonly CheckFailure[];
}

/**
 * Holds inputs against what `declarer` (a token or SDK, for the message) declares. The real provider turns "true"
 * into true and 1 into "1" (`MakeTerraformInputs` of pulumi-terraform-bridge), so that is done here, too; a value that
 * cannot be turned, a name that is not declared and a required one that is absent are failures.
 */
export function conform(shape: ObjectShape, inputs: Properties, declarer: string): Conformed {
  const failures: CheckFailure[] = [];
  return { inputs: conformObject(shape, inputs, "", declarer, failures), failures };
}

function conformObject(
  shape: ObjectShape,
  value: Properties,
  path: string,
  declarer: string,
  failures: CheckFailure[],
): Properties {
  const result: Record<string, Value> = {};
  for (const [name, inner] of Object.entries(value)) {
    const property = joinKey(path, name);
    const declared = findProperty(shape, name);
    if (declared === undefined) failures.push(undeclared(shape, name, property, declarer));
    // null is how a program says "not given".
    else if (inner !== null) result[name] = conformValue(declared.shape, inner, property, declarer, failures);
  }
  for (const name of requiredNames(shape))
    if (result[name] === undefined && (value[name] ?? null) === null)
      failures.push({
        property: joinKey(path, name),
        reason: `expected a value, got none; ${declarer} requires it`,
      });
  return result;
}

function conformValue(
  shape: Shape,
  value: Value,
  path: string,
  declarer: string,
  failures: CheckFailure[],
): Value {
  if (value === UNKNOWN) return value;
  if (typeof shape === "string") return conformPlain(shape, value, path, failures);
  if (isListShape(shape)) {
    if (!isList(value)) return fail("a list", value, path, failures);
    return value.map((item, index) =>
      conformValue(shape[0], item, joinIndex(path, index), declarer, failures),
    );
  }
  if (!isProperties(value)) return fail("an object", value, path, failures);
  const element = mapElement(shape);
  if (element === undefined) return conformObject(shape, value, path, declarer, failures);
  const entries = Object.entries(value).filter(([, inner]) => inner !== null);
  return Object.fromEntries(
    entries.map(([key, inner]) => [
      key,
      conformValue(element, inner, joinKey(path, key), declarer, failures),
    ]),
  );
}

function conformPlain(shape: PlainShape, value: Value, path: string, failures: CheckFailure[]): Value {
  switch (shape) {
    case "any":
      return value;
    case "asset":
      return isProperties(value) ? value : fail("an asset or archive", value, path, failures);
    case "string":
      if (typeof value === "number" || typeof value === "boolean") return String(value);
      return typeof value === "string" ? value : fail("a string", value, path, failures);
    case "number":
      if (typeof value === "string" && value.trim() !== "" && Number.isFinite(Number(value)))
        return Number(value);
      return typeof value === "number" ? value : fail("a number", value, path, failures);
    case "boolean":
      if (value === "true" || value === "1") return true;
      if (value === "false" || value === "0") return false;
      return typeof value === "boolean" ? value : fail("a boolean", value, path, failures);
  }
}

/** Names the kind only: the value may be a secret. */
function fail(expected: string, value: Value, property: string, failures: CheckFailure[]): Value {
  failures.push({ property, reason: `expected ${expected}, got ${kindOf(value)}` });
  return value;
}

function kindOf(value: Value): string {
  if (value === null) return "no value";
  if (isList(value)) return "a list";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}

function undeclared(shape: ObjectShape, name: string, property: string, declarer: string): CheckFailure {
  const nearest = [...propertyNames(shape)].sort((a, b) => distance(a, name) - distance(b, name))[0];
  const hint = nearest === undefined ? "" : `; the nearest it declares is "${nearest}"`;
  return { property, reason: `${declarer} declares no property "${name}"${hint}` };
}
