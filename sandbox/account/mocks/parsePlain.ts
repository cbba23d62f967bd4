import { isProperties, UNKNOWN } from "../unknown";
import type { Properties, Value } from "../values";
import { SIGNATURE_KEY } from "../wire/signatures";

/** Stands for what is in an asset or archive, which no test asks about. */
const asset = { [SIGNATURE_KEY]: "asset" };

/** What a mock may answer with: the SDK would try to make an asset of the mark that stands for one. */
export function withoutAssets(properties: Properties): Properties {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => !isAsset(value)));
}

function isAsset(value: Value | undefined): boolean {
  return isProperties(value) && value[SIGNATURE_KEY] === asset[SIGNATURE_KEY];
}

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
  if ("__pulumiAsset" in value || "__pulumiArchive" in value) return asset;
  return parsePlain(value);
}
