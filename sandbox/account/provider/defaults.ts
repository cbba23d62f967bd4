import { isProperties } from "../unknown";
import type { Properties } from "../values";

/** Fills in what is absent, inside objects that are given, too. */
export function withDefaults(inputs: Properties, defaults: Properties): Properties {
  const filled = Object.entries(defaults).map(([name, value]) => {
    const given = inputs[name];
    if (given === undefined) return [name, value];
    return [name, isProperties(given) && isProperties(value) ? withDefaults(given, value) : given];
  });
  return { ...inputs, ...Object.fromEntries(filled) };
}
