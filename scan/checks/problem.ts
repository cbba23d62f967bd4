/** Something in a decoded text, other than a secret, that should not reach an instance. It quotes nothing. */
export interface TextProblem {
  /** Stable; reports name it. */
  readonly detector: Detector;
  /** From 1, in the text of the part. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
  /** What was found, as a sentence without its subject: "calls the instance metadata service without a token". */
  readonly message: string;
  /** What to do, as an imperative. */
  readonly remedy: string;
}

export const detectors = [
  "imdsv1-call",
  "imdsv1-allowed",
  "role-credentials-logged",
  "secret-logged",
  "scan-suppression",
  "ignored-at-boot",
  "user-data-too-large",
  "user-data-nearly-too-large",
] as const;
export type Detector = (typeof detectors)[number];

/** A line of a script with the lines that a backslash or a backtick joins to it. */
export interface LogicalLine {
  readonly text: string;
  /** Of its first line, from 1. */
  readonly line: number;
}

/** More than anyone writes in a command; what is beyond is the next line. */
const longest = 20_000;

export function* logicalLines(text: string): Generator<LogicalLine> {
  let held = "";
  let start = 1;
  let line = 0;
  for (let at = 0; at <= text.length; ) {
    const found = text.indexOf("\n", at);
    const end = found < 0 ? text.length : found;
    const raw = text.slice(at, Math.min(end, at + longest));
    line++;
    if (held === "") start = line;
    const joined = /[\\`]\r?$/.test(raw) && held.length < longest;
    held += joined ? `${raw.replace(/[\\`]\r?$/, " ")}\n` : raw;
    if (!joined) {
      yield { text: held, line: start };
      held = "";
    }
    at = end + 1;
  }
  if (held !== "") yield { text: held, line: start };
}

/** Line and column of an offset within a logical line. */
export function locate({ text, line }: LogicalLine, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  const breaks = before.split("\n").length - 1;
  return { line: line + breaks, column: offset - before.lastIndexOf("\n") };
}
