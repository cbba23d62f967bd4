import { findSecrets } from "../../../scan/secrets/findSecrets";
import type { Sample } from "./template";

/** What was missed and what was wrong in a sample, by place. */
export interface Scored {
  readonly missed: readonly number[];
  readonly wrong: readonly string[];
}

export function scored({ format, text, secrets }: Sample): Scored {
  const found = findSecrets({ place: [], format, text, parts: [] }).map(({ detector, line, column }) => ({
    detector,
    line,
    at: offsetOf(text, line, column),
  }));
  // A key or a pair may begin at its armour or at its user.
  const hits = (at: number, { start, end }: { start: number; end: number }) => at >= start && at < end;
  return {
    missed: secrets.filter((secret) => !found.some(({ at }) => hits(at, secret))).map(({ start }) => start),
    wrong: found
      .filter(({ at }) => !secrets.some((secret) => hits(at, secret)))
      .map(({ detector, line }) => `${detector} in line ${line}`),
  };
}

function offsetOf(text: string, line: number, column: number): number {
  const before = text
    .split("\n")
    .slice(0, line - 1)
    .join("\n");
  return before.length + (line > 1 ? 1 : 0) + column - 1;
}
