import type { Finding } from "./finding";
import type { PartialConfig } from "./partialConfig";

/** What the declared workloads have to say to a stack's settings, and what is wrong with themselves under these. */
export interface DeclarationProblems {
  /** Of settings, told at their places in the stack file. */
  readonly findings: readonly Finding[];
  /** Of the declarations, a line each. */
  readonly lines: readonly string[];
}

/** @param storeNames of all stores of the file; undefined where it cannot be said which it has */
export type ProblemFinder = (
  config: PartialConfig,
  storeNames: readonly string[] | undefined,
) => DeclarationProblems;
