import { describeKind } from "./describeValue";
import { isMap } from "./finding";
import { findNearestName } from "./nearestName";
import type { ConfigProblem } from "./stackConfigError";

/**
 * The sections of a stack file; all but config are pulumi's own:
 * https://www.pulumi.com/docs/iac/concepts/projects/stack-settings-file/
 */
export const stackFileSections: readonly string[] = [
  "config",
  "secretsprovider",
  "encryptionsalt",
  "encryptedkey",
  "environment",
];

/** What is wrong with a stack file before its settings are looked at; each problem's path is the section. */
export function findSectionProblems(root: unknown): ConfigProblem[] {
  const sections = isMap(root) ? root : {};
  const unknown = Object.keys(sections)
    .filter((section) => !stackFileSections.includes(section))
    .map((section) => ({ section, meant: findNearestName(section, stackFileSections) }));
  const problems = unknown.map(({ section, meant }) => ({
    path: section,
    expected: `one of ${stackFileSections.join(", ")}`,
    got: `an unknown section (${describeKind(sections[section])})`,
    remedy: remedyFor(section, meant),
  }));
  if (isMap(sections.config) || unknown.some(({ meant }) => meant === "config")) return problems;
  return [
    ...problems,
    {
      path: "config",
      expected: "a map of settings",
      got: describeKind(sections.config),
      remedy: "indent the stack's settings below it, as in Pulumi.dev.yaml",
    },
  ];
}

function remedyFor(section: string, meant: string | undefined): string {
  if (section.includes(":")) return "indent it below config";
  return meant === undefined ? "remove it" : `rename it to ${meant}`;
}
