/** A secret in a text, by its place only: it has no field for the secret, nor for anything it could be guessed from. */
export interface SecretFinding {
  /** The detector's: `aws-secret-access-key`, `password-in-url`. Stable; suppressions and reports name it. */
  readonly detector: string;
  /** From 1, in the text of the part. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
  /**
   * Tells two findings of one secret from two secrets: a keyed digest, so that the value cannot be tried from it.
   * The key lives as long as the process.
   */
  readonly fingerprint: string;
  /** What to do, as an imperative. */
  readonly remedy: string;
}
