import type { Rule } from "./rule";

/** A policy pack: a plain list of rules under a name. */
export interface Pack {
  /** Also the name of its folder, and its key under `bakeline:policies` in a stack file. */
  readonly name: string;
  readonly description: string;
  readonly rules: readonly Rule[];
}

/** What one process serves: a pack, or several under one name. */
export interface ServedPacks {
  readonly name: string;
  readonly description: string;
  readonly packs: readonly Pack[];
}

/**
 * The name under which the engine hears of what a pack can only tell at the end: verdicts that need several
 * resources or a value that is not known yet, and exemptions that are of no use.
 */
export function endPolicy(pack: Pack): string {
  return `${pack.name}-end-of-stack`;
}
