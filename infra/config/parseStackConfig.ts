import { configKey, renderPath, settingNames } from "./configKeys";
import { findCrossProblems } from "./crossChecks";
import { describeFound } from "./describeFound";
import { describeKind } from "./describeValue";
import { type Finding, isMap, type SettingPath, valueAt } from "./finding";
import { findKeyProblems } from "./keyProblems";
import { parsePartialConfig } from "./partialConfig";
import { withPlaceholders } from "./placeholders";
import type { ProblemFinder } from "./problemFinder";
import { type StackConfig, stackConfigSchema } from "./schema";
import { isNestedSetting } from "./schemaAt";
import { findSchemaProblems } from "./schemaFindings";
import { type ConfigProblem, type Position, StackConfigError } from "./stackConfigError";
import { findStoreNames } from "./storeNames";
import { findWorkloadNameProblems } from "./workloadNames";

/** What the program declares. */
export interface Declared {
  /** The names of all its workloads. */
  readonly workloadNames: readonly string[];
  /** Checks the declared workloads under the settings, as far as these are right. Default: nothing is asked of them. */
  readonly findProblems?: ProblemFinder;
}

export interface ParseArgs extends Declared {
  /** Where the values are from, for errors: the stack file's name. */
  readonly source: string;
  /** Config keys that hold a secret somewhere: errors describe their values by kind only. None by default. */
  readonly secretKeys?: readonly string[];
  /** Finds a problem in the stack file, given the keys below `config`. By default problems have no position. */
  readonly locate?: (path: SettingPath) => Position;
}

/**
 * Checks all of a stack's config.
 * @param values by config key (`bakeline:network`): what the stack file holds under `config`, or what the engine hands to
 *   a program, where every map is JSON text.
 * @throws StackConfigError with all problems
 */
export function parseStackConfig(values: Readonly<Record<string, unknown>>, args: ParseArgs): StackConfig {
  const settings = readSettings(withPlaceholders(values));
  const keyProblems = findKeyProblems(values);
  const nameFindings = findWorkloadNameProblems(settings, args.workloadNames);
  const schemaFindings = findSchemaProblems(stackConfigSchema, settings);
  // A mistake is told once, by whoever knows best what was meant.
  const told = [
    ...keyProblems.flatMap(({ meant }) => (meant === undefined ? [] : [renderPath([meant])])),
    ...nameFindings.map(({ path }) => renderPath(path)),
  ];
  const partial = parsePartialConfig(settings, schemaFindings);
  const storeNames = findStoreNames(settings, schemaFindings, keyProblems);
  const declared = args.findProblems?.(partial, storeNames) ?? { findings: [], lines: [] };
  const findings = [
    ...nameFindings,
    ...schemaFindings.filter(({ path }) => !told.includes(renderPath(path))),
    ...[...findCrossProblems(partial), ...declared.findings].filter(
      ({ absent }) => absent === undefined || valueAt(settings, absent) === undefined,
    ),
  ];
  const problems = [
    ...keyProblems.map(({ key, expected, remedy }) => ({
      path: key,
      expected,
      got: `an unknown key (${describeKind(values[key])})`,
      remedy,
      position: args.locate?.([key]),
    })),
    ...findings.map((finding) => describe(finding, settings, args)),
  ];
  if (problems.length > 0 || declared.lines.length > 0)
    throw new StackConfigError(args.source, problems.sort(byPosition), declared.lines);
  return stackConfigSchema.parse(settings);
}

/** By the names of StackConfig. A map or list may be JSON text: the engine hands it over so, and stack files may hold it so. */
function readSettings(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    settingNames
      .filter((name) => values[configKey(name)] !== undefined)
      .map((name) => {
        const value = values[configKey(name)];
        return [
          name,
          isNestedSetting(stackConfigSchema, [name]) && typeof value === "string"
            ? parseNested(value)
            : value,
        ];
      }),
  );
}

function parseNested(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return isMap(value) || Array.isArray(value) ? value : text;
  } catch {
    return text; // Refused as text where a map or list belongs.
  }
}

function describe(finding: Finding, settings: unknown, args: ParseArgs): ConfigProblem {
  const { path, expected, remedy } = finding;
  const setting = String(path[0]);
  const isSecret = args.secretKeys?.includes(configKey(setting)) ?? false;
  return {
    path: renderPath(path),
    expected,
    got: describeFound(stackConfigSchema, settings, finding, isSecret),
    remedy,
    position: args.locate?.([configKey(setting), ...path.slice(1)]),
  };
}

function byPosition({ position: a }: ConfigProblem, { position: b }: ConfigProblem): number {
  return a === undefined || b === undefined ? 0 : a.line - b.line || a.column - b.column;
}
