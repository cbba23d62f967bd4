import type { Got } from "./got";
import type { ResourceTypes } from "./resourceTypes";

/** One requirement on one type of resource: data and a plain function, without anything of the policy SDK. */
export interface Rule {
  /** `<service>-<resource>-<requirement>`; exemptions and levels in stack files name it, so it never changes. */
  readonly id: string;
  /** One sentence that says what compliant resources do, and why. */
  readonly title: string;
  readonly severity: "low" | "medium" | "high" | "critical";
  /**
   * Pulumi's token of the one type it applies to. Exactly one: the policy SDK then passes over all other resources
   * before it decodes their properties, which is most of the cost of a hundred rules on a thousand resources.
   */
  readonly type: string;
  /** What to do, as an imperative; a finding may know better. */
  readonly remedy: string;
  /** Where AWS says so. The first is shown by the engine. */
  readonly references: readonly [Reference, ...Reference[]];
  /** Id of the control in AWS Foundational Security Best Practices, e.g. `EC2.8`, where there is one. */
  readonly fsbp?: string;
  readonly examples: {
    readonly pass: readonly [Example, ...Example[]];
    readonly fail: readonly [FailingExample, ...FailingExample[]];
  };
  /**
   * Judges the inputs of a resource, with AWS's defaults for what is left out. Reading a value that is not known
   * yet throws; no rule catches that or defaults it away (judge.ts makes it the verdict "could not be decided").
   * A property may also be null, against its declaration, and is then left out: compare with `== null`.
   */
  evaluate(properties: unknown, separately: Separately): readonly Finding[];
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
}

export interface FailingExample extends Example {
  /** The exact text of every finding, without the remedy: `path: expected …, got …`. */
  readonly finds: readonly [string, ...string[]];
}

type Typed<E extends Example, Properties> = Omit<E, "properties"> & { readonly properties: Properties };

/** A rule whose properties and examples are checked against the SDK's declaration of its type. */
export interface RuleOf<Type extends keyof ResourceTypes>
  extends Omit<Rule, "type" | "examples" | "evaluate"> {
  readonly type: Type;
  readonly examples: {
    readonly pass: readonly [Typed<Example, ResourceTypes[Type]>, ...Typed<Example, ResourceTypes[Type]>[]];
    readonly fail: readonly [
      Typed<FailingExample, ResourceTypes[Type]>,
      ...Typed<FailingExample, ResourceTypes[Type]>[],
    ];
  };
  evaluate(properties: ResourceTypes[Type], separately: Separately): readonly Finding[];
}

/** A rule, its types checked and then forgotten: a pack is a list of rules on many types. */
export function defineRule<Type extends keyof ResourceTypes>(rule: RuleOf<Type>): Rule {
  return rule;
}
