/** What a scanner says of a folder: by file name, the lines (from 1) on which it sees a secret. */
export type Sightings = ReadonlyMap<string, readonly LineRange[]>;

export interface LineRange {
  readonly first: number;
  readonly last: number;
}

/** Someone else's scanner, as its registry offers it. */
export interface Scanner {
  readonly name: string;
  /** What is installed, with its version and where from. */
  readonly from: string;
  /** Puts it into a folder of its own; once, for minutes. @throws where it cannot be had */
  install(folder: string): void;
  scan(folder: string, samples: string): Sightings;
}

/** Collects sightings file by file. */
export function sightings(rows: Iterable<readonly [file: string, first: number, last: number]>): Sightings {
  const byFile = new Map<string, LineRange[]>();
  for (const [file, first, last] of rows) {
    const ranges = byFile.get(file) ?? [];
    byFile.set(file, ranges);
    ranges.push({ first, last });
  }
  return byFile;
}
