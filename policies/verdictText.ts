import type { Verdict } from "./judge";
import type { Finding, Rule } from "./rule";

/** How the message of a rule that met an unknown value starts. Fixed: the review tells such verdicts apart by it. */
export const undecidedPrefix = "could not be decided: ";

/** How the message of a rule that threw starts. Fixed, as above. */
export const failedPrefix = "rule failed: ";

/** `path: expected …, got …`. */
export function renderFinding({ path, expected, got }: Finding): string {
  return `${path}: expected ${expected}, got ${got}`;
}

/** The whole of a message about one verdict. */
export function renderVerdict(rule: Rule, verdict: Verdict): string {
  switch (verdict.kind) {
    case "violation":
      return `${rule.title}\n${renderFinding(verdict.finding)}. ${verdict.finding.remedy ?? rule.remedy}`;
    case "undecided":
      return `${undecidedPrefix}${verdict.path} is not known before the update; ${rule.id} decides during it.`;
    case "failed":
      return `${failedPrefix}${rule.id} threw ${verdict.thrown} and has judged nothing about this resource. Correct the rule.`;
  }
}
