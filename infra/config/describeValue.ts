import { isEncrypted } from "./encrypted";
import { isMap } from "./finding";

// Longer text is no setting of ours: more likely a key or a document in the wrong place.
const longestQuoted = 160;

/** A found value for an error: quoted where it is short and plain, else its kind. */
export function describeValue(value: unknown): string {
  switch (typeof value) {
    case "string":
      return value.length > longestQuoted ? describeKind(value) : `${JSON.stringify(value)} (string)`;
    case "number":
    case "boolean":
      return `${value} (${typeof value})`;
    default:
      return describeKind(value);
  }
}

/** A found value by its kind and size, for values that may be secret. */
export function describeKind(value: unknown): string {
  if (value === undefined) return "nothing";
  if (value === null) return "null";
  if (typeof value === "string") return `a string of ${count(value.length, "character")}`;
  if (Array.isArray(value)) return `a list of ${count(value.length, "item")}`;
  if (isEncrypted(value)) return "an encrypted value";
  if (isMap(value)) return `a map of ${count(Object.keys(value).length, "key")}`;
  return `a ${typeof value}`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
