import type { Properties } from "../values";

/** A resource that a component will make, and everything about it that is known beforehand. */
export interface PlannedResource {
  /** Unique in the plan. */
  key: string;
  token: string;
  /** The logical name. */
  name: string;
  /** Key of the resource below which this one stands and after which it is made; undefined: the component. */
  parent?: string;
  /** As marshalled, so that an argument that is secret or not known yet passes through as it came. */
  inputs: Properties;
  /** Inputs that another planned resource gives when it is made, by input name. */
  references: Readonly<Record<string, Reference>>;
  /** The component's arguments that these inputs come from, apart from those of the same name. */
  from: readonly string[];
}

export interface Reference {
  key: string;
  output: "id" | "allocationId";
}

/** A component's own outputs, by name, in terms of what it made. */
export type PlannedOutput =
  | { kind: "resource"; key: string }
  | { kind: "resources"; keys: readonly string[] }
  | { kind: "id"; key: string }
  | { kind: "ids"; keys: readonly string[] }
  | { kind: "value"; value: readonly Properties[] };

export interface ComponentPlan {
  /** Each after its parent and after what it refers to. */
  resources: readonly PlannedResource[];
  outputs: Readonly<Record<string, PlannedOutput>>;
}
