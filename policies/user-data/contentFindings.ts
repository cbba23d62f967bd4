import { detectors } from "../../scan/checks/problem";
import type { Finding as Scanned } from "../../scan/report/finding";
import type { Context } from "../context";
import { Got } from "../got";
import type { Finding, Separately } from "../rule";
import { contentOf } from "./content";

/** Whether a scanned finding is a secret: every other detector is one of the checks. */
export function isSecret({ detector }: Scanned): boolean {
  return !detectors.some((check) => check === detector);
}

/** A rule's findings among what stands in a resource; and which of its values are not known yet. */
export function findInContent(
  properties: object,
  separately: Separately,
  { type }: Context,
  concerns: (finding: Scanned) => boolean,
  expected: string,
): readonly Finding[] {
  const { findings, thrown } = contentOf(type, properties);
  return separately(
    () => findings.filter(concerns).map((finding) => inRulesWords(finding, expected)),
    ...thrown.map((error) => () => {
      throw error;
    }),
  );
}

function inRulesWords({ place, line, column, detector, remedy }: Scanned, expected: string): Finding {
  const where = line === undefined ? [] : [`line ${line}`, `column ${column}`];
  return {
    path: [...place, ...where].join(", "),
    expected,
    // The name of a detector, which is ours: what it saw is never told.
    got: Got.of(detector, [detector]),
    remedy: sentence(remedy),
  };
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1).replace(/\.$/, "")}.`;
}
