import type { ResourceTypes } from "./resourceTypes";

/** What a rule may know about a resource beside its properties. */
export interface Context {
  /** Pulumi's token, by its present name where it has several. */
  readonly type: string;
  /** In the program, not in AWS. */
  readonly name: string;
  /** What the stack is for. Strict rules apply to `prod`: see environment.ts. */
  readonly environment: string;
  /** Whether the engine refuses to delete it (the resource option `protect`). */
  readonly protect: boolean;
  /** The day of the verdict, for rules about age. */
  readonly today: Date;
  /** The other resources of the stack, of the types that the rule `sees`. */
  readonly stack: StackView;
  /** Other resources from which the value of a property is computed, as the engine tells them; sorted. */
  computedFrom(property: string): readonly string[];
  /** By which the others name this resource. */
  readonly urn: string;
}

/** The resources of a stack, for a rule that looks at more than one. */
export interface StackView {
  all<Type extends keyof ResourceTypes>(type: Type): readonly StackResource<Type>[];
}

export interface StackResource<Type extends string = string> {
  readonly type: Type;
  readonly name: string;
  readonly urn: string;
  /** Its inputs, in which values that are not known yet throw when they are read. */
  readonly properties: Type extends keyof ResourceTypes ? ResourceTypes[Type] : unknown;
  /** By property, the URNs of the resources from which its value is computed. */
  readonly computedFrom: Readonly<Record<string, readonly string[]>>;
}
