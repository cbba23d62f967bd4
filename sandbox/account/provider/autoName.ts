import { createHash, randomBytes } from "node:crypto";
import type { AutoName, CheckFailure, ResourceType } from "../resourceType";
import { findProperty, type ObjectShape } from "../schema/shape";
import type { Properties } from "../values";

const SUFFIX_LENGTH = 7;

/** How the type's physical name is made up; undefined for a type that has none. */
export function autoNameOf(type: ResourceType, inputs: ObjectShape): AutoName | undefined {
  if (type.autoName === "none") return undefined;
  if (type.autoName !== undefined) return type.autoName;
  return findProperty(inputs, "name")?.shape === "string" ? { property: "name", maxLength: 255 } : undefined;
}

/** Where a name's random digits come from: the engine's seed, which a saved plan repeats, or chance. */
export type Seed = Uint8Array | undefined;

/** The inputs with a physical name where the program gives none: the old one on an update, else a new one. */
export function applyAutoName(
  auto: AutoName | undefined,
  logicalName: string,
  inputs: Properties,
  olds: Properties | undefined,
  seed: Seed,
): { inputs: Properties; failures: readonly CheckFailure[] } {
  if (auto === undefined) return { inputs, failures: [] };
  const { property } = auto;
  // A prefix leaves the rest to the provider itself, which makes the name when it creates.
  if (inputs[property] !== undefined || inputs[`${property}Prefix`] !== undefined)
    return { inputs, failures: [] };
  const old = olds?.[property];
  if (typeof old === "string") return { inputs: { ...inputs, [property]: old }, failures: [] };
  const name = transformed(auto, `${logicalName}-${digits(seed, logicalName)}`);
  if (name.length <= auto.maxLength) return { inputs: { ...inputs, [property]: name }, failures: [] };
  const reason =
    `expected at most ${auto.maxLength} characters, got ${name.length} (resource name "${logicalName}" and ` +
    `${SUFFIX_LENGTH} random digits); shorten the resource's name or give ${property} yourself`;
  return { inputs, failures: [{ property, reason }] };
}

/**
 * Whether the program chose this name itself. Then the replacement would collide with it, so the old one must go
 * first: `nameRequiresDeleteBeforeReplace` of pulumi-terraform-bridge, pkg/tfbridge/provider.go.
 */
export function isChosenName(auto: AutoName, logicalName: string, name: unknown): boolean {
  if (typeof name !== "string") return false;
  const prefix = transformed(auto, `${logicalName}-`);
  return !(name.startsWith(prefix) && /^[0-9a-f]{7}$/.test(name.slice(prefix.length)));
}

function transformed(auto: AutoName, name: string): string {
  return auto.transform?.(name) ?? name;
}

function digits(seed: Seed, logicalName: string): string {
  const source =
    seed === undefined || seed.length === 0
      ? randomBytes(8)
      : createHash("sha256").update(seed).update(logicalName).digest();
  return source.toString("hex").slice(0, SUFFIX_LENGTH);
}
