import type { Anchors } from "../anchors/anchorTable";
import type { Part } from "../reader/part";
import type { TextProblem } from "./problem";

/** Words that turn a scanner off for a line or a file, each from its own documentation (2026-11). */
const words =
  /secretlint-disable(?:-(?:next-)?line)?|gitleaks:allow|trufflehog:ignore|pragma:\s?(?:allow|white)list(?:\s?nextline)?\s?secret|ggignore|talisman-ignore|kics-scan\s+(?:ignore|disable)[\w-]*|checkov:skip=|tfsec:ignore|trivy:ignore|nosemgrep|detect-secrets:\s?(?:ignore|disable)|noseyparker:ignore|bakeline:ignore/gi;

export const suppressionAnchors: Anchors = {
  anyCase:
    `secretlint-disable gitleaks:allow trufflehog:ignore pragma: ggignore talisman-ignore kics-scan checkov:skip=
    tfsec:ignore trivy:ignore nosemgrep detect-secrets: noseyparker:ignore bakeline:ignore`.split(/\s+/),
};

/** A scanner's off switch in what it scans is in the hands of whoever wrote the secret. */
export function findSuppressions({ text }: Part): TextProblem[] {
  const problems: TextProblem[] = [];
  let line = 1;
  let lineStart = 0;
  let counted = 0;
  for (const found of text.matchAll(words)) {
    for (let at = text.indexOf("\n", counted); at >= 0 && at < found.index; at = text.indexOf("\n", at + 1)) {
      line++;
      lineStart = at + 1;
    }
    counted = Math.max(lineStart, found.index);
    problems.push({
      detector: "scan-suppression",
      line,
      column: found.index - lineStart + 1,
      message: "tells a scanner to look away",
      remedy:
        "remove the comment; a false alarm is allowed where the scanner is configured, not in what it scans",
    });
  }
  return problems;
}
