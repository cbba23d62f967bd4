import type { Context } from "./context";
import type { Got } from "./got";
import type { ResourceTypes } from "./resourceTypes";

/** One requirement on some types of resource: data and a plain function, without anything of the policy SDK. */
export interface Rule extends RuleFacts {
  /** Pulumi's tokens of the types it judges; their older names (typeAliases.ts) come along by themselves. */
  readonly types: readonly string[];
  /**
   * The types of the other resources that it looks at. A rule that has any is judged at the end, when all
   * resources are known; the others are judged one by one, before anything is made.
   */
  readonly sees: readonly string[];
  readonly examples: {
    readonly pass: readonly [Example, ...Example[]];
    readonly fail: readonly [FailingExample, ...FailingExample[]];
  };
  /**
   * Judges the inputs of a resource, with AWS's defaults for what is left out. Reading a value that is not known
   * yet throws; no rule catches that or defaults it away (judge.ts makes it the verdict "could not be decided").
   * A property may also be null, against its declaration, and is then left out: compare with `== null`.
   */
  evaluate(properties: unknown, separately: Separately, context: Context): readonly Finding[];
}

export interface RuleFacts {
  /** `<service>-<resource>-<requirement>`; exemptions and levels in stack files name it, so it never changes. */
  readonly id: string;
  /** One sentence that says what compliant resources do, and why. */
  readonly title: string;
  readonly severity: "low" | "medium" | "high" | "critical";
  /** What to do, as an imperative; a finding may know better. */
  readonly remedy: string;
  /** Where AWS says so. The first is shown by the engine. */
  readonly references: readonly [Reference, ...Reference[]];
  /** Id of the control in AWS Foundational Security Best Practices, e.g. `EC2.8`, where there is one. */
  readonly fsbp?: string;
  /** Number of the recommendation in the CIS AWS Foundations Benchmark v3.0.0, e.g. `5.6`, where there is one. */
  readonly cis?: string;
  /** The one safe repair, where there is one: what the level `remediate` writes wherever the rule finds something. */
  readonly repair?: Repair;
}

/** A value that may be written over whatever a property holds, with the rule's requirement as its only effect. */
export interface Repair {
  /** Keys of objects, from the outside in; those that are missing are made. */
  readonly path: readonly [string, ...string[]];
  readonly value: string | number | boolean;
}

export interface Finding {
  /** As a user would write it: `blockDeviceMappings[0].ebs.encrypted`. */
  readonly path: string;
  readonly expected: string;
  readonly got: Got;
  /** Default: the rule's. */
  readonly remedy?: string;
}

/**
 * Judges parts of a resource each by itself, so that a part that is not known yet cannot hide a finding in another.
 * For a resource with one part there is no need of it.
 */
export type Separately = (...parts: readonly (() => readonly Finding[])[]) => readonly Finding[];

export interface Reference {
  readonly title: string;
  readonly url: string;
}

export interface Example {
  /** What is particular about it, as the end of a sentence that starts "A resource that …". */
  readonly name: string;
  readonly properties: object;
  /** Which of the rule's types it is. Default: the first. */
  readonly type?: string;
  /** What the rule is told beside the properties. Default: a resource of a production stack, without protection. */
  readonly environment?: string;
  readonly protect?: boolean;
  /** What else is in the stack, for a rule that looks at other resources. Default: nothing. */
  readonly beside?: readonly ExampleResource[];
  /** By property, the names of the resources beside it from which its value is computed. */
  readonly computedFrom?: Readonly<Record<string, readonly string[]>>;
}

/** Another resource of an example's stack. */
export interface ExampleResource {
  readonly type: string;
  readonly name: string;
  readonly properties: object;
  /** As above; the example itself is named `example`. */
  readonly computedFrom?: Readonly<Record<string, readonly string[]>>;
}

export interface FailingExample extends Example {
  /** The exact text of every finding, without the remedy: `path: expected …, got …`. */
  readonly finds: readonly [string, ...string[]];
}

type Token = keyof ResourceTypes;
type Typed<E extends Example, Type extends Token> = Omit<E, "properties" | "type"> & {
  readonly type?: Type;
  readonly properties: ResourceTypes[Type];
};

/** A rule whose properties and examples are checked against the SDK's declaration of its types. */
export interface RuleOf<Type extends Token> extends RuleFacts {
  /**
   * Several, where one requirement is spelled alike on all of them: `evaluate` then names what it reads of them, as
   * an interface that each of them fits.
   */
  readonly type: Type | readonly [Type, ...Type[]];
  /** Default: it looks at no other resource. */
  readonly sees?: readonly Token[];
  readonly examples: {
    readonly pass: readonly [Typed<Example, Type>, ...Typed<Example, Type>[]];
    readonly fail: readonly [Typed<FailingExample, Type>, ...Typed<FailingExample, Type>[]];
  };
  evaluate(properties: ResourceTypes[Type], separately: Separately, context: Context): readonly Finding[];
}

/** A rule, its types checked and then forgotten: a pack is a list of rules on many types. */
export function defineRule<const Type extends Token>(rule: RuleOf<Type>): Rule {
  const { type, sees = [], ...rest } = rule;
  return { ...rest, types: typeof type === "string" ? [type] : [...type], sees };
}
