import { isDeepStrictEqual } from "node:util";
import { stepsOf } from "../propertyPath";
import type { ResourceType } from "../resourceType";
import { isList, isProperties, UNKNOWN } from "../unknown";
import type { Properties, Value } from "../values";
import { withFilledIn } from "./filledIn";

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
  const renewed = Object.entries(type.recomputedOn ?? {}).flatMap(([output, inputs]) => {
    const condition = type.recomputedWhile?.[output];
    const applies = condition === undefined || news[condition] === true || news[condition] === UNKNOWN;
    return applies && inputs.some((path) => changedAt(path, olds, news)) ? [output] : [];
  });
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
  const given = Object.entries(news).map(([name, value]) => [
    name,
    // In a block that AWS fills in, the program may have given only some of what is there.
    type.computed.includes(name) ? withFilledIn(present[name], olds[name], value) : value,
  ]);
  return { ...Object.fromEntries(kept), ...Object.fromEntries(given) };
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
