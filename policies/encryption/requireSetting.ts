import { Got } from "../got";
import type { ResourceTypes } from "../resourceTypes";
import type { Example, FailingExample, Rule } from "../rule";
import { isFalse, isTrue, switchTexts } from "../values";
import { exampleKey, isComputedFromKey } from "./kmsKey";
import { keysOf, type PathIn, readPath, withPath } from "./propertyPath";

type Token = keyof ResourceTypes;

/**
 * A rule about one setting and nothing else, as a row of facts. Most resources have one switch for encryption;
 * where they differ is what it is called, what AWS takes it for when it is left out, and when it is not theirs.
 */
interface SettingFacts extends Pick<Rule, "id" | "title" | "severity" | "references" | "fsbp" | "cis"> {
  readonly property: string;
  /**
   * What complies. Default: the switch is on. `key` is a KMS key, whichever it is. Words are compared without regard
   * to case, as AWS's provider does.
   */
  readonly expected?: "on" | "off" | "key" | readonly [string, ...string[]];
  /** The other words of the enumeration: a message may quote them. */
  readonly others?: readonly string[];
  /** Whether AWS's default complies. */
  readonly leftOut: "violates" | "complies";
  /** When a setting that is left out comes from elsewhere, and is judged there. */
  readonly inherits?: Exception;
  /** When the rule is not about a resource at all. */
  readonly exempt?: Exception;
  /** The other properties of the examples: at least those that the type requires. */
  readonly rest: object;
  /** Default: to set the property. */
  readonly remedy?: string;
  /** Whether setting the switch changes nothing else: it replaces no resource and stops no client. */
  readonly isSafeToSet?: true;
}

interface Exception {
  when(properties: unknown): boolean;
  readonly examples: readonly [Example, ...Example[]];
}

interface ExceptionOf<Properties> {
  when(properties: Properties): boolean;
  readonly examples: readonly [
    { readonly name: string; readonly properties: Properties },
    ...{ readonly name: string; readonly properties: Properties }[],
  ];
}

/** The facts, checked against the SDK's declaration of the type. */
interface SettingFactsOf<Type extends Token, Path extends string>
  extends Omit<SettingFacts, "property" | "inherits" | "exempt" | "rest"> {
  readonly type: Type;
  readonly property: Path & PathIn<ResourceTypes[Type], Path>;
  readonly inherits?: ExceptionOf<ResourceTypes[Type]>;
  readonly exempt?: ExceptionOf<ResourceTypes[Type]>;
  readonly rest: Partial<ResourceTypes[Type]>;
}

/** A rule by which one setting of a type must have one of certain values. */
export function requireSetting<Type extends Token, const Path extends string>(
  facts: SettingFactsOf<Type, Path>,
): Rule {
  return ruleAbout(facts, facts.type);
}

function ruleAbout(facts: SettingFacts, type: string): Rule {
  const { property, expected = "on", leftOut, inherits, exempt } = facts;
  const { id, title, severity, references, fsbp, cis } = facts;
  return {
    id,
    title,
    severity,
    references,
    ...(fsbp !== undefined && { fsbp }),
    ...(cis !== undefined && { cis }),
    ...(facts.isSafeToSet && { repair: { path: keysOf(property), value: expected !== "off" } }),
    types: [type],
    sees: [],
    remedy: facts.remedy ?? `Set ${property} to ${describeExpected(expected)}.`,
    examples: planExamples(facts),
    evaluate: (properties, _, context) => {
      if (expected === "key" && isComputedFromKey(context, property)) return [];
      const value = readPath(properties, property);
      if (value == null ? leftOut === "complies" : complies(value, expected)) return [];
      if (value == null && inherits?.when(properties)) return [];
      if (exempt?.when(properties)) return [];
      const quotable = [...switchTexts, ...(facts.others ?? [])];
      return [{ path: property, expected: describeExpected(expected), got: Got.of(value, quotable) }];
    },
  };
}

function complies(value: unknown, expected: NonNullable<SettingFacts["expected"]>): boolean {
  if (expected === "on") return isTrue(value);
  if (expected === "off") return isFalse(value);
  if (expected === "key") return typeof value === "string" && value !== "";
  return typeof value === "string" && expected.some((word) => word.toLowerCase() === value.toLowerCase());
}

function describeExpected(expected: NonNullable<SettingFacts["expected"]>): string {
  if (expected === "on") return "true";
  if (expected === "off") return "false";
  if (expected === "key") return "a KMS key";
  return expected.map((word) => `"${word}"`).join(" or ");
}

function planExamples({
  property,
  expected = "on",
  others = [],
  leftOut,
  ...facts
}: SettingFacts): Rule["examples"] {
  const { good, bad } = exampleValues(expected, others);
  const left: Example = { name: `leaves ${property} out`, properties: facts.rest };
  const demanded = describeExpected(expected);
  const set = (value: unknown): Example => ({
    name: `sets ${property} to ${JSON.stringify(value)}`,
    properties: withPath(facts.rest, property, value),
  });
  const failing = (example: Example, got: string): FailingExample => ({
    ...example,
    finds: [`${property}: expected ${demanded}, got ${got}`],
  });
  const [firstGood, ...moreGood] = good;
  const [firstBad, ...moreBad] = bad;
  return {
    pass: [
      set(firstGood),
      ...moreGood.map(set),
      ...(leftOut === "complies" ? [{ ...left, name: `${left.name}, whose default complies` }] : []),
      ...(facts.inherits?.examples ?? []),
      ...(facts.exempt?.examples ?? []),
    ],
    fail: [
      failing(set(firstBad), JSON.stringify(firstBad)),
      ...moreBad.map((value) => failing(set(value), JSON.stringify(value))),
      ...(leftOut === "violates" ? [failing(left, "no value")] : []),
    ],
  };
}

type Values = readonly [unknown, ...unknown[]];

function exampleValues(
  expected: NonNullable<SettingFacts["expected"]>,
  [firstOther, ...moreOthers]: readonly string[],
): { readonly good: Values; readonly bad: Values } {
  if (expected === "on") return { good: [true], bad: [false] };
  if (expected === "off") return { good: [false], bad: [true] };
  if (expected === "key") return { good: [exampleKey], bad: [""] };
  return { good: expected, bad: [firstOther, ...moreOthers] };
}
