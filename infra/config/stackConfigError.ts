/** A place in a stack file, both counted from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** One thing wrong with a stack's config. Holds descriptions only, never a value that may be secret. */
export interface ConfigProblem {
  /** As the user wrote it: `bakeline:network.availabilityZones[1]`. */
  readonly path: string;
  readonly expected: string;
  readonly got: string;
  readonly remedy: string;
  /** Undefined when the values did not come from a file. */
  readonly position?: Position;
}

/** Everything that is wrong with a stack's config, and with what the program declares under it, a line each. */
export class StackConfigError extends Error {
  constructor(
    /** The stack file's name. */
    readonly source: string,
    readonly problems: readonly ConfigProblem[],
    /** Of the declared workloads, which are not in the file. */
    readonly declarationProblems: readonly string[] = [],
  ) {
    super([...problems.map((problem) => renderProblem(source, problem)), ...declarationProblems].join("\n"));
    this.name = "StackConfigError";
  }
}

function renderProblem(source: string, { path, expected, got, remedy, position }: ConfigProblem): string {
  const where = position === undefined ? source : `${source}:${position.line}:${position.column}`;
  return `${where}: ${path}: expected ${expected}, got ${got}; ${remedy}`;
}
