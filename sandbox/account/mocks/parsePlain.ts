import { UNKNOWN } from "../unknown";
import type { Properties, Value } from "../values";
import { SIGNATURE_KEY } from "../wire/signatures";

/**
 * What Pulumi's mock monitor hands to a mock, as marshalled JSON again. The monitor has already turned unknowns into
 * objects that say so, and assets into instances of its classes: sdk/nodejs/runtime/rpc.ts of pulumi/pulumi.
 */
export function parsePlain(inputs: unknown): Properties {
  if (typeof inputs !== "object" || inputs === null) return {};
  const entries = Object.entries(inputs).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries.map(([key, value]) => [key, parseValue(value)]));
}

function parseValue(value: unknown): Value {
  if (value === null || value === undefined) return null;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  if (Array.isArray(value)) return value.map(parseValue);
  if (typeof value !== "object") throw new Error(`expected a value that can be sent, got a ${typeof value}`);
  if ("__pulumiUnknown" in value) return UNKNOWN;
  if ("__pulumiAsset" in value || "__pulumiArchive" in value) return { [SIGNATURE_KEY]: "asset" };
  return parsePlain(value);
}
