import type { Format } from "../reader/part";

/** What a detector is known by. */
export interface Detector {
  /** Stable: exemptions and reports name it. */
  readonly id: string;
  /** What to do, as an imperative. */
  readonly remedy: string;
}

/** Where a detector sees a secret: the value alone, without quotes or what names it. */
export interface Candidate {
  readonly detector: Detector;
  readonly start: number;
  readonly end: number;
}

/** What is known of a text besides its characters. */
export interface PartFacts {
  readonly format: Format;
  readonly name: string | undefined;
}
