import type { Reading } from "../reader/part";

/** One thing that is judged: a file as it is, or a resource that a file describes. */
export interface Subject {
  readonly file: string;
  /** A URN, an instance id, a name; undefined where the file itself is judged. */
  readonly resource?: string;
  readonly readings: readonly Reading[];
  /** What its settings show, apart from any text. */
  readonly settings: readonly SettingProblem[];
}

export interface SettingProblem {
  readonly detector: "imdsv1-allowed" | "volume-not-encrypted";
  /** The property's path. */
  readonly place: string;
  readonly message: string;
  readonly remedy: string;
}
