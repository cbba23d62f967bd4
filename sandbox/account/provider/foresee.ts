import { isDeepStrictEqual } from "node:util";
import { stepsOf } from "../propertyPath";
import type { ResourceType } from "../resourceType";
import { isList, isProperties, UNKNOWN } from "../unknown";
import type { Properties, Value } from "../values";

/** What a preview can say of a resource to be created: the inputs, and what only AWS will know as unknown. */
export function foreseeCreate(type: ResourceType, inputs: Properties): Properties {
  return type.computed.reduce(markUnknown, inputs);
}

/** What a preview can say after an update: what is there now, except what the changed inputs make AWS compute anew. */
export function foreseeUpdate(
  type: ResourceType,
  present: Properties,
  olds: Properties,
  news: Properties,
): Properties {
  const kept = updatedProperties(type, present, olds, news);
  const renewed = Object.entries(type.recomputedOn ?? {}).flatMap(([output, inputs]) =>
    inputs.some((path) => changedAt(path, olds, news)) ? [output] : [],
  );
  return { ...kept, ...Object.fromEntries(renewed.map((output) => [output, UNKNOWN])) };
}

/** The present properties with the new inputs, without inputs that the program took away. */
export function updatedProperties(
  type: ResourceType,
  present: Properties,
  olds: Properties,
  news: Properties,
): Properties {
  const withdrawn = Object.keys(olds).filter(
    (name) => news[name] === undefined && !type.computed.includes(name),
  );
  const kept = Object.entries(present).filter(([name]) => !withdrawn.includes(name));
  return { ...Object.fromEntries(kept), ...news };
}

function markUnknown(properties: Properties, path: string): Properties {
  const [name = "", ...rest] = stepsOf(path);
  const value = properties[name];
  if (rest.length === 0) return value === undefined ? { ...properties, [name]: UNKNOWN } : properties;
  // A nested output exists where its block does: `rootBlockDevice.volumeId`.
  return value === undefined ? properties : { ...properties, [name]: markInside(value, rest.join(".")) };
}

function markInside(value: Value, path: string): Value {
  if (isList(value)) return value.map((item) => markInside(item, path));
  return isProperties(value) ? markUnknown(value, path) : value;
}

function changedAt(path: string, olds: Properties, news: Properties): boolean {
  return !isDeepStrictEqual(valueAt(olds, stepsOf(path)), valueAt(news, stepsOf(path)));
}

function valueAt(value: Value | undefined, steps: readonly string[]): Value | undefined {
  const [step, ...rest] = steps;
  if (step === undefined) return value;
  return isProperties(value) ? valueAt(value[step], rest) : isList(value) ? value : undefined;
}
