import { readdirSync, readFileSync } from "node:fs";
import * as path from "node:path";
import { type Document, LineCounter, parseDocument } from "yaml";
import { isMap, type SettingPath } from "./finding";
import { type Declared, parseStackConfig } from "./parseStackConfig";
import type { StackConfig } from "./schema";
import { type ConfigProblem, type Position, StackConfigError } from "./stackConfigError";
import { findSectionProblems } from "./stackFileSections";
import { findOffset } from "./yamlPosition";

/** What a stack file holds under `config`, unchecked. */
export interface StackFile {
  /** By config key, such as `bakeline:network`. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Where a setting stands, given its config key and the keys below it; if absent, where it belongs. */
  readonly locate: (path: SettingPath) => Position;
}

/**
 * Reads and checks a stack file without the engine. An encrypted value comes out as a placeholder.
 * @throws StackConfigError with all problems, those of the file each with its line and column
 */
export function loadStackFile(file: string, declared: Declared): StackConfig {
  const { values, locate } = readStackFile(file);
  return parseStackConfig(values, { ...declared, source: path.basename(file), locate });
}

/** @throws StackConfigError when the file does not exist, is no YAML, or has other sections than a stack file's */
function readStackFile(file: string): StackFile {
  const source = path.basename(file);
  const lines = new LineCounter();
  // Pretty errors quote the line, which may hold a secret.
  const document = parseDocument(readText(file), {
    lineCounter: lines,
    prettyErrors: false,
    stringKeys: true,
  });
  const positionOf = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  // The parser's later errors are mostly consequences of its first.
  const [error] = document.errors;
  if (error !== undefined)
    throw new StackConfigError(source, [notYaml(error.code, positionOf(error.pos[0]))]);
  const root = toJson(document, source);
  const locate = (at: SettingPath) => positionOf(findOffset(document, at));
  const problems = findSectionProblems(root).map((problem) => ({
    ...problem,
    position: locate([problem.path]),
  }));
  if (problems.length > 0 || !isMap(root) || !isMap(root.config))
    throw new StackConfigError(source, problems);
  return { values: root.config, locate: (at) => locate(["config", ...at]) };
}

/** As the engine would hand it to a program: plain JSON. */
function toJson(document: Document.Parsed, source: string): unknown {
  try {
    return JSON.parse(JSON.stringify(document.toJS()));
  } catch {
    const got = "aliases that hold themselves or multiply";
    throw new StackConfigError(source, [
      {
        path: "the file",
        expected: "values of a bounded size",
        got,
        remedy: "write out what the aliases stand for",
      },
    ]);
  }
}

/** Tells the parser's code only: its messages may quote the text. */
function notYaml(code: string, position: Position): ConfigProblem {
  const mistake = code.toLowerCase().replaceAll("_", " ");
  return {
    path: "the file",
    expected: "YAML",
    got: `a mistake in it (${mistake})`,
    remedy: "correct it here",
    position,
  };
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
    const stacks = findStackNames(path.dirname(file)).join(", ");
    const remedy = `create it, or choose a stack that has one (${stacks})`;
    throw new StackConfigError(path.basename(file), [
      { path: "the file", expected: "a stack file", got: "nothing", remedy },
    ]);
  }
}

/** The stacks that have a stack file in the folder, sorted. */
function findStackNames(folder: string): string[] {
  return readdirSync(folder)
    .flatMap((name) => /^Pulumi\.(.+)\.yaml$/.exec(name)?.[1] ?? [])
    .sort();
}
