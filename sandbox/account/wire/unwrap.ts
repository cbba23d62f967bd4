import { isList, isProperties, UNKNOWN } from "../unknown";
import type { Properties, Value } from "../values";
import {
  OUTPUT_SIGNATURE,
  RESOURCE_SIGNATURE,
  SECRET_SIGNATURE,
  SIGNATURE_KEY,
  UNKNOWN_MARKS,
} from "./signatures";

/**
 * Plain values out of marshalled ones: secrets and outputs are opened, a resource becomes its id, every kind of unknown
 * becomes the one `UNKNOWN`. Assets and archives stay as they are, mark and all.
 *
 * What was secret is not noted. The plugin tells the engine that it accepts no secrets, as AWS does not either; the
 * engine then marks the outputs at every place where an input was secret (`annotateSecrets`, sdk/go/common/resource/plugin).
 */
export function unwrap(properties: Properties): Properties {
  return Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, unwrapValue(value)]));
}

function unwrapValue(value: Value): Value {
  if (typeof value === "string") return UNKNOWN_MARKS.has(value) ? UNKNOWN : value;
  if (isList(value)) return value.map(unwrapValue);
  if (!isProperties(value)) return value;
  switch (value[SIGNATURE_KEY]) {
    case SECRET_SIGNATURE:
    case OUTPUT_SIGNATURE:
      return value.value === undefined ? UNKNOWN : unwrapValue(value.value);
    case RESOURCE_SIGNATURE:
      return value.id === undefined || value.id === "" ? UNKNOWN : unwrapValue(value.id);
    default:
      return unwrap(value);
  }
}
