import type { Rule } from "./rule";

/** A policy pack: a plain list of rules under a name. */
export interface Pack {
  /** Also the name of its folder, and its key under `bakeline:policies` in a stack file. */
  readonly name: string;
  readonly description: string;
  readonly rules: readonly Rule[];
}
