import { findProperty, isListShape, mapElement, type ObjectShape, type Shape } from "../schema/shape";
import { isList, isProperties } from "../unknown";
import type { Properties, Value } from "../values";

/**
 * The inputs that would make what is there. After a refresh these are the inputs that the program gave, with the
 * values found now, so that drift shows as a change to undo; what it never gave is none of its business
 * (`extractInputs` of pulumi-terraform-bridge, pkg/tfbridge/schema.go). On import every declared input counts.
 */
export function inputsOf(shape: ObjectShape, present: Properties, olds: Properties | undefined): Properties {
  // `tagsAll` is an output to programs and an input in the state: Check puts it there.
  return project({ ...shape, tagsAll: { "*": "string" } }, present, olds);
}

function project(shape: ObjectShape, present: Properties, olds: Properties | undefined): Properties {
  const names = olds === undefined ? Object.keys(present) : Object.keys(olds);
  const found: Record<string, Value> = {};
  for (const name of names) {
    const declared = findProperty(shape, name);
    const value = present[name];
    if (declared === undefined || value === undefined) continue;
    found[name] = projectValue(declared.shape, value, olds?.[name]);
  }
  return found;
}

function projectValue(shape: Shape, value: Value, old: Value | undefined): Value {
  if (typeof shape === "string") return value;
  if (isListShape(shape)) {
    if (!isList(value)) return value;
    return value.map((item, index) => projectValue(shape[0], item, isList(old) ? old[index] : undefined));
  }
  if (!isProperties(value) || mapElement(shape) !== undefined) return value;
  return project(shape, value, isProperties(old) ? old : undefined);
}
