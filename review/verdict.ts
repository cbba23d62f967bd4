import { type Changes, countChanges } from "./changes";
import type { EngineEvent } from "./engineEvent";
import type { EventLog } from "./eventLog";
import { findPackProblems } from "./packProblems";
import { findStatefulViolations, isStoppedByEngine } from "./statefulChanges";
import { type UserDataSize, userDataSizes } from "./userDataSize";
import { kindOf } from "./violationKind";

/** A rule's word against a resource. */
export interface Violation {
  pack: string;
  /** The rule's id. */
  rule: string;
  /** `mandatory` stops an update, `advisory` does not. */
  level: string;
  urn: string;
  message: string;
}

/** A repair that a rule made. */
export interface Repaired {
  pack: string;
  rule: string;
  urn: string;
  /** The properties that it wrote, as a user would write them; never their values. */
  properties: readonly string[];
}

/** What `npm run preview -- --json` prints. */
export interface Verdict {
  stack: string;
  /**
   * `clean`: judged, nothing mandatory is violated. `violated`: a mandatory rule is. `notJudged`: something in
   * `problems` kept the preview or a pack from coming to its end, so nothing here may be taken for a pass.
   */
  outcome: "clean" | "violated" | "notJudged";
  /** What the engine had planned when it ended. */
  changes: Changes;
  violations: readonly Violation[];
  /** What a rule could not decide, because only the update will know a value; the update decides. */
  undecided: readonly Violation[];
  /** What would be a violation, were there not an exemption in the stack file. */
  exempted: readonly Violation[];
  /** What a rule at the level `remediate` changed before anything else was judged. */
  repairs: readonly Repaired[];
  userData: readonly UserDataSize[];
  /** Why no verdict could be reached; empty unless `notJudged`. */
  problems: readonly string[];
}

/** One run of `pulumi preview`. */
export interface PreviewRun {
  stack: string;
  log: EventLog;
  /** All packs that must have judged every resource. */
  packs: readonly string[];
  /** The process's own; 128 + n when signal n ended it. */
  exitCode: number;
  /** What the engine wrote to stderr; it says there why it could not begin. */
  stderr: string;
}

export const exitCodes = { clean: 0, violated: 1, notJudged: 2 } as const;

/** Takes nothing for granted: without proof that every pack judged every resource the outcome is `notJudged`. */
export function judge(run: PreviewRun): Verdict {
  const { events } = run.log;
  const stateful = findStatefulViolations(events);
  const refused = stateful.filter(({ level }) => level === "mandatory").map(({ urn }) => urn);
  const byPacks = events.flatMap((event): Violation[] => {
    if (event.kind !== "violation") return [];
    const { kind: _, ...violation } = event;
    return [violation];
  });
  const said = [...byPacks, ...stateful];
  const violations = said.filter((one) => ["violation", "failed"].includes(kindOf(one)));
  const violated = said.some(({ level }) => level === "mandatory");
  const problems = [
    ...run.log.problems,
    ...reportedErrors(events, violated, refused),
    ...findPackProblems(events, run.packs, events.some(stopsEngine)),
    ...endProblems(run, violated),
  ];
  return {
    stack: run.stack,
    outcome: problems.length > 0 ? "notJudged" : violated ? "violated" : "clean",
    changes: countChanges(events),
    violations,
    undecided: said.filter((one) => kindOf(one) === "undecided"),
    exempted: said.filter((one) => kindOf(one) === "exempted"),
    repairs: events.flatMap((event): Repaired[] => {
      if (event.kind !== "repaired") return [];
      const { kind: _, ...repaired } = event;
      return [repaired];
    }),
    userData: userDataSizes(events),
    problems: [...new Set(problems)],
  };
}

/** The verdict on a run that never began. */
export function notJudged(stack: string, problems: readonly string[]): Verdict {
  const nothing = { violations: [], undecided: [], exempted: [], repairs: [], userData: [] };
  return { stack, outcome: "notJudged", changes: countChanges([]), ...nothing, problems };
}

function stopsEngine(event: EngineEvent): boolean {
  return event.kind === "step" && event.stateful !== undefined && isStoppedByEngine(event.stateful);
}

/** The engine ends with this error when a mandatory violation made it fail: the violations say it better. */
const endedByViolation = "preview failed";

/** @param refused what the engine would not replace or delete: its own words for that are said better already */
function reportedErrors(
  events: readonly EngineEvent[],
  violated: boolean,
  refused: readonly string[],
): string[] {
  return events.flatMap((event) => {
    if (event.kind === "operationFailed") return [`${event.urn}: ${event.op} failed`];
    if (event.kind !== "diagnostic" || event.severity !== "error") return [];
    if (violated && event.message === endedByViolation) return [];
    if (refused.includes(event.urn) && isProtection(event.message)) return [];
    return [event.urn === "" ? event.message : `${event.urn}: ${event.message}`];
  });
}

/** What the engine says where protection stops it, in resource/deploy/step_generator.go and step.go of v3.220.0. */
function isProtection(message: string): boolean {
  return /marked for protection|because it is protected/.test(message);
}

function endProblems({ exitCode, stderr, log }: PreviewRun, violated: boolean): string[] {
  // Signals end at 64; the engine itself ends with 255 (-1) when it fails.
  if (exitCode > 128 && exitCode <= 192) return [`pulumi preview: it was ended by signal ${exitCode - 128}`];
  if (exitCode === 0 || violated) return [];
  const said = stderr.trim();
  if (said !== "") return [said];
  const explained = log.events.some((event) => event.kind === "diagnostic" && event.severity === "error");
  return explained ? [] : [`pulumi preview: it ended with exit code ${exitCode} and no reason`];
}
