import type { Sample } from "../../test/scan/corpus/template";
import type { LineRange, Sightings } from "./scanner";

/** How a scanner did: by planted secrets, and by lines on which it saw one where there is none. */
export interface Score {
  readonly planted: number;
  readonly found: number;
  readonly wrong: number;
}

export function score(
  samples: readonly Sample[],
  fileOf: (sample: Sample) => string,
  seen: Sightings,
): Score {
  let planted = 0;
  let found = 0;
  let wrong = 0;
  for (const sample of samples) {
    const ranges = seen.get(fileOf(sample)) ?? [];
    const secrets = sample.secrets.map(({ start, end }) => linesOf(sample.text, start, end));
    planted += secrets.length;
    found += secrets.filter((secret) => ranges.some((range) => overlap(range, secret))).length;
    const stray = ranges.filter((range) => !secrets.some((secret) => overlap(range, secret)));
    wrong += new Set(stray.map(({ first }) => first)).size;
  }
  return { planted, found, wrong };
}

export function recall({ planted, found }: Score): number {
  return found / planted;
}

export function precision({ found, wrong }: Score): number {
  return found + wrong === 0 ? 1 : found / (found + wrong);
}

function linesOf(text: string, start: number, end: number): LineRange {
  const lineAt = (offset: number) => text.slice(0, offset).split("\n").length;
  return { first: lineAt(start), last: lineAt(end) };
}

function overlap(a: LineRange, b: LineRange): boolean {
  return a.first <= b.last && b.first <= a.last;
}
