import * as z from "zod";
import { describeKind } from "../infra/config/describeValue";
import { type SettingPath, valueAt } from "../infra/config/finding";
import { findSchemaProblems } from "../infra/config/schemaFindings";
import { type Exemption, exemptionSchema } from "../infra/config/sections/exemptions";
import { type PolicyLevels, policiesSchema } from "../infra/config/sections/policies";
import { environmentOf } from "./environment";

/** What a stack file says to the packs, of any program: `bakeline:policies`, `bakeline:exemptions`, `bakeline:environment`. */
export interface PolicySettings {
  readonly levels: PolicyLevels;
  /** Those that are well formed, in the order of the stack file. */
  readonly exemptions: readonly NumberedExemption[];
  /** What is wrong with the settings: each is a violation, because what a setting was to say is not known. */
  readonly problems: readonly string[];
  readonly environment: string;
  /** Whether the engine only previews: the update that follows will know every value. */
  readonly isPreview: boolean;
}

export interface NumberedExemption extends Exemption {
  /** As the stack file has it: `bakeline:exemptions[0]`. */
  readonly path: string;
}

/**
 * Reads the settings as the engine hands them to a pack's process: the whole config of the stack as JSON, in which a
 * map or list is JSON text again (sdk/go/common/resource/plugin/analyzer_plugin.go, constructEnv).
 */
export function readPolicySettings(env: Readonly<Record<string, string | undefined>>): PolicySettings {
  const config = parsed(z.record(z.string(), z.string()), env.PULUMI_CONFIG) ?? {};
  const policies = nested(config["bakeline:policies"], {});
  const exemptions = nested(config["bakeline:exemptions"], []);
  const levels = policiesSchema.safeParse(policies);
  const list = Array.isArray(exemptions) ? exemptions : [];
  const checked = list.map((entry) => exemptionSchema.safeParse(entry));
  return {
    // Wrong settings are a problem of their own; until they are right every rule is mandatory.
    levels: levels.success ? levels.data : policiesSchema.parse({}),
    exemptions: checked.flatMap((one, index) =>
      one.success ? [{ ...one.data, path: `bakeline:exemptions[${index}]` }] : [],
    ),
    problems: [
      ...problemsIn(policiesSchema, policies, "bakeline:policies"),
      ...(Array.isArray(exemptions)
        ? list.flatMap((entry, index) => problemsIn(exemptionSchema, entry, `bakeline:exemptions[${index}]`))
        : [`bakeline:exemptions: expected a list of exemptions, got ${describeKind(exemptions)}`]),
    ],
    environment: environmentOf(config["bakeline:environment"], env.PULUMI_STACK),
    isPreview: env.PULUMI_DRY_RUN === "true",
  };
}

function problemsIn(schema: z.ZodType, value: unknown, root: string): string[] {
  return findSchemaProblems(schema, value).map(({ path, expected, remedy }) => {
    const found = describeKind(valueAt(value, path));
    return `${root}${renderKeys(path)}: expected ${expected}, got ${found}; ${remedy}`;
  });
}

function renderKeys(path: SettingPath): string {
  return path.map((key) => (typeof key === "number" ? `[${key}]` : `.${key}`)).join("");
}

function nested(text: string | undefined, absent: unknown): unknown {
  return text === undefined ? absent : (parsed(z.unknown(), text) ?? text);
}

/** Undefined where the text is no JSON or is no such value. */
function parsed<Value>(schema: z.ZodType<Value>, text: string | undefined): Value | undefined {
  if (text === undefined) return undefined;
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
