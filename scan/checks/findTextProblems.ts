import { AnchorTable } from "../anchors/anchorTable";
import { bytesOf } from "../anchors/bytesOf";
import type { Format, Part } from "../reader/part";
import { findImdsAllowed, findImdsCalls, imdsAllowedAnchors, imdsCallAnchors } from "./imdsCalls";
import { findLoggedCredentials, loggedCredentialAnchors } from "./loggedCredentials";
import type { TextProblem } from "./problem";
import { findSuppressions, suppressionAnchors } from "./suppressions";
import { findSizeProblems } from "./userDataSize";

/** What is made of other texts: each of those is looked at itself, once it was read. */
const containers: readonly Format[] = ["mime", "cloudConfig", "yaml", "json", "xml"];

const searches = [
  [findImdsCalls, imdsCallAnchors],
  [findLoggedCredentials, loggedCredentialAnchors],
  [findImdsAllowed, imdsAllowedAnchors],
  [findSuppressions, suppressionAnchors],
] as const;
/** Those of them that are about what runs. */
const aboutCommands: readonly unknown[] = [findImdsCalls, findLoggedCredentials];
const table = new AnchorTable(searches.map(([, anchors]) => anchors));

/** What one part's own text shows, those inside it apart. */
export function findTextProblems(part: Part): TextProblem[] {
  const isContainer = containers.includes(part.format) && part.parts.length > 0;
  const problems = [...findIgnored(part), ...findSizeProblems(part)];
  const seen = table.seenIn(bytesOf(part.text));
  if (seen !== 0)
    for (const [index, [search]] of searches.entries())
      if ((seen & (1 << index)) !== 0 && !(isContainer && aboutCommands.includes(search)))
        for (const problem of search(part)) problems.push(problem);
  return problems.sort((a, b) => a.line - b.line || a.column - b.column);
}

/** A problem and the part whose text it stands in. */
export interface PlacedProblem extends TextProblem {
  readonly part: Part;
}

/** Those of a part and of all inside it. What both a part and one inside it show stands with the inner one. */
export function findAllProblems(root: Part): PlacedProblem[] {
  const seen = new Map<Part, Set<string>>();
  return findBelow(root, seen);
}

function findBelow(part: Part, seen: Map<Part, Set<string>>): PlacedProblem[] {
  const inner: PlacedProblem[] = [];
  for (const child of part.parts) for (const problem of findBelow(child, seen)) inner.push(problem);
  const shown = new Set<string>();
  for (const child of part.parts) for (const key of seen.get(child) ?? []) shown.add(key);
  const problems = findTextProblems(part);
  if (problems.length === 0) {
    if (shown.size > 0) seen.set(part, shown);
    return inner;
  }
  const own: PlacedProblem[] = [];
  const lines = part.text.split("\n");
  for (const problem of problems) {
    const isOfPart = problem.detector === "ignored-at-boot" || problem.detector.startsWith("user-data");
    const key = `${problem.detector} ${(lines[problem.line - 1] ?? "").trim()}`;
    if (!isOfPart && shown.has(key)) continue;
    own.push({ ...problem, part });
  }
  for (const problem of own) shown.add(`${problem.detector} ${(lines[problem.line - 1] ?? "").trim()}`);
  seen.set(part, shown);
  return [...own, ...inner];
}

function findIgnored(part: Part): TextProblem[] {
  if (part.ignored === undefined) return [];
  return [
    {
      detector: "ignored-at-boot",
      line: 1,
      column: 1,
      message: `is ignored at boot: ${part.ignored}`,
      remedy: "begin it with what the instance's operating system acts on, or remove it",
    },
  ];
}
