/** A step as bash. Calls functions of the base script; both run under `set -Eeuo pipefail`. */
export interface RenderedStep {
  /** Brings the step about, and changes nothing when it has been already. */
  readonly script: string;
  /** Succeeds when the step has been brought about. */
  readonly check: string;
}
