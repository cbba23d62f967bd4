import { stepsOf } from "../propertyPath";
import type { ResourceType } from "../resourceType";
import { findProperty, isListShape, mapElement, type ObjectShape, type Shape } from "../schema/shape";
import { isList, isProperties } from "../unknown";
import type { Properties, Value } from "../values";

/**
 * The inputs that would make what is there, after a refresh: the inputs that the program gave, with the values found
 * now, so that drift shows as a change to undo; what it never gave is none of its business (`extractInputs` of
 * pulumi-terraform-bridge, pkg/tfbridge/schema.go).
 */
export function inputsOf(shape: ObjectShape, present: Properties, olds: Properties): Properties {
  // `tagsAll` is an output to programs and an input in the state: Check put it there.
  return project({ ...shape, tagsAll: { "*": "string" } }, present, olds);
}

/**
 * The inputs that would make what is there, on import: every declared one that Check, to which the engine gives them,
 * takes. AWS fills in both of two inputs that exclude one another, and such as only another kind of thing may have.
 */
export function importedInputs(type: ResourceType, shape: ObjectShape, present: Properties): Properties {
  const declared = Object.entries(project(shape, present, undefined));
  const said = declared.filter(([name, value]) => !type.computed.includes(name) || !isEmpty(value));
  const refused = (type.validate?.(Object.fromEntries(said)) ?? []).map(
    ({ property }) => stepsOf(property)[0],
  );
  return Object.fromEntries(
    said.filter(([name]) => !type.computed.includes(name) || !refused.includes(name)),
  );
}

function isEmpty(value: Value): boolean {
  if (isProperties(value)) return Object.keys(value).length === 0;
  return value === null || value === "" || (isList(value) && value.length === 0);
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
