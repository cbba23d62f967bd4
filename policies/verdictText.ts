import { type Exemption, lastDay } from "../infra/config/sections/exemptions";
import type { Verdict } from "./judge";
import type { Finding, Rule } from "./rule";

/** How the message of a rule that met an unknown value starts. Fixed: the review tells such verdicts apart by it. */
export const undecidedPrefix = "could not be decided: ";

/** How the message of a rule that threw starts. Fixed, as above. */
export const failedPrefix = "rule failed: ";

/** How the message about what an exemption covers starts. Fixed, as above. */
export const exemptedPrefix = "exempted: ";

/** `path: expected …, got …`. */
export function renderFinding({ path, expected, got }: Finding): string {
  return `${path}: expected ${expected}, got ${got}`;
}

/**
 * The whole of a message about one verdict.
 * @param sources of an undecided verdict: the resources from which the value is computed, as the engine tells them
 */
export function renderVerdict(rule: Rule, verdict: Verdict, sources: readonly string[] = []): string {
  switch (verdict.kind) {
    case "violation":
      return `${rule.title}\n${renderFinding(verdict.finding)}. ${verdict.finding.remedy ?? rule.remedy}`;
    case "undecided":
      return `${undecidedPrefix}${verdict.path} is ${renderSources(sources)}not known before the update; ${rule.id} decides during it.`;
    case "failed":
      return `${failedPrefix}${rule.id} threw ${verdict.thrown} and has judged nothing about this resource. Correct the rule.`;
  }
}

function renderSources(sources: readonly string[]): string {
  return sources.length === 0 ? "" : `computed from ${sources.join(" and ")}, `;
}

/** One line: what an exemption covers, and who answers for it until when. */
export function renderExempted(verdict: Verdict, exemption: Exemption): string {
  const { reason, owner } = exemption;
  const what = verdict.kind === "violation" ? renderFinding(verdict.finding) : "a value not known yet";
  return `${exemptedPrefix}${what}. ${owner} answers for it until ${lastDay(exemption)}: ${reason}`;
}
