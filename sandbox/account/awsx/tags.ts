import { isProperties, UNKNOWN } from "../unknown";
import type { Properties, Value } from "../values";
import { SECRET_SIGNATURE, SIGNATURE_KEY, UNKNOWN_MARKS } from "../wire/signatures";

/** Tags as marshalled, later ones over earlier ones: unknown when one is unknown, secret when one is secret. */
export function mergeTags(...parts: readonly (Value | undefined)[]): Value {
  if (parts.some((part) => typeof part === "string" && UNKNOWN_MARKS.has(part))) return UNKNOWN;
  const secret = parts.some(isSecret);
  const merged: Properties = Object.assign({}, ...parts.map(opened));
  return secret ? { [SIGNATURE_KEY]: SECRET_SIGNATURE, value: merged } : merged;
}

function opened(part: Value | undefined): Value | undefined {
  return isProperties(part) && isSecret(part) ? part.value : part;
}

function isSecret(part: Value | undefined): boolean {
  return isProperties(part) && part[SIGNATURE_KEY] === SECRET_SIGNATURE;
}
