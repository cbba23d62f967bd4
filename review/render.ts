import { maximumUserDataBytes } from "../scan/userDataLimit";
import type { Operation } from "./changes";
import type { UserDataSize } from "./userDataSize";
import type { Repaired, Verdict, Violation } from "./verdict";

/** The end of `npm run preview` for people; the last line is the verdict. */
export function renderVerdict(verdict: Verdict): string {
  const seen = hasBegun(verdict);
  const sections = [
    ...(seen ? [renderChanges(verdict)] : []),
    ...verdict.repairs.map(renderRepair),
    ...verdict.exempted.map((one) => renderSaid("–", one)),
    ...verdict.undecided.map((one) => renderSaid("?", one)),
    ...verdict.violations.map(renderViolation),
    ...(seen ? [renderUserData(verdict.userData)] : []),
    ...verdict.problems.map((problem) => `! ${indent(problem)}`),
    `${verdict.stack}: ${renderOutcome(verdict)}`,
  ];
  return sections.filter((section) => section !== "").join("\n\n");
}

const operations: readonly Operation[] = ["create", "update", "replace", "delete", "same"];

/** Counts of an engine that never showed a resource would read like a result. */
function hasBegun({ outcome, changes }: Verdict): boolean {
  return outcome !== "notJudged" || operations.some((operation) => changes[operation] > 0);
}

const phrases: Readonly<Record<Operation, string>> = {
  create: "to create",
  update: "to update",
  replace: "to replace",
  delete: "to delete",
  same: "unchanged",
};

function renderChanges({ changes, outcome }: Verdict): string {
  const counts = operations
    .map((operation) => `${count(changes[operation])} ${phrases[operation]}`)
    .join(", ");
  return outcome === "notJudged" ? `Changes seen before it stopped: ${counts}` : `Changes: ${counts}`;
}

/** The message of a rule ends with its remedy. */
function renderViolation({ pack, rule, level, urn, message }: Violation): string {
  return [
    `${level === "mandatory" ? "✗" : "⚠"} ${level} ${pack}/${rule}`,
    `  ${resourceOf(urn)}`,
    `  ${indent(message)}`,
  ].join("\n");
}

/** What is no violation, but must not be overlooked. */
function renderSaid(mark: string, { pack, rule, urn, message }: Violation): string {
  return [`${mark} ${pack}/${rule}`, `  ${resourceOf(urn)}`, `  ${indent(message)}`].join("\n");
}

function renderRepair({ pack, rule, urn, properties }: Repaired): string {
  return [
    `↻ repaired by ${pack}/${rule}`,
    `  ${resourceOf(urn)}`,
    `  ${properties.join(", ")}: correct it in the program too`,
  ].join("\n");
}

function renderUserData(sizes: readonly UserDataSize[]): string {
  const known = sizes.flatMap(({ urn, bytes }) => (bytes === null ? [] : [{ urn, bytes }]));
  const unknown = sizes.filter(({ bytes }) => bytes === null);
  const largest = known.reduce((a, b) => (b.bytes > a.bytes ? b : a), known[0] ?? { urn: "", bytes: 0 });
  const limit = count(maximumUserDataBytes);
  return [
    ...(known.length === 0
      ? ["Largest user data: none is set"]
      : [`Largest user data: ${count(largest.bytes)} of ${limit} bytes (${resourceOf(largest.urn)})`]),
    ...unknown.map(({ urn }) => `User data not known at preview: ${resourceOf(urn)}`),
  ].join("\n");
}

function renderOutcome({ outcome, violations, undecided, exempted, problems }: Verdict): string {
  const advisory = violations.filter(({ level }) => level !== "mandatory").length;
  const mandatory = violations.length - advisory;
  switch (outcome) {
    case "clean":
      return renderAllowed(advisory, exempted.length, undecided.length);
    case "violated":
      return `refused: ${plural(mandatory, "mandatory violation")}.`;
    case "notJudged":
      return `NOT JUDGED: ${plural(problems.length, "problem")} kept policy from a verdict.`;
    default:
      return outcome satisfies never;
  }
}

function renderAllowed(advisory: number, exempted: number, undecided: number): string {
  const parts = [
    ...(advisory === 0 ? [] : [plural(advisory, "advisory violation")]),
    ...(exempted === 0 ? [] : [plural(exempted, "exempted violation")]),
    ...(undecided === 0 ? [] : [`${plural(undecided, "verdict")} left to the update`]),
  ];
  return parts.length === 0 ? "every policy is satisfied." : `allowed, with ${parts.join(", ")}.`;
}

/** `aws:ec2/launchTemplate:LaunchTemplate web`, from `urn:pulumi:<stack>::<project>::<parents>$<type>::<name>`. */
function resourceOf(urn: string): string {
  const [, , types = "", ...name] = urn.split("::");
  return `${types.slice(types.lastIndexOf("$") + 1)} ${name.join("::")}`.trim() || urn;
}

function count(n: number): string {
  return n.toLocaleString("en-US");
}

function plural(n: number, noun: string): string {
  return `${count(n)} ${noun}${n === 1 ? "" : "s"}`;
}

function indent(text: string): string {
  return text.replaceAll("\n", "\n    ");
}
