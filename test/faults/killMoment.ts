import type { Operation } from "../../sandbox/account/faults";

/** When an engine dies. */
export type KillMoment =
  /** So long after it first wrote its state; with it dies all that it started, or only itself. */
  | { kind: "clock"; afterMs: number; whole: boolean }
  /** At one of the simulated account's fault points, e.g. in the middle of writing the third created entry. */
  | { kind: "fault"; point: string };

const moments = ["before-write", "mid-write", "after-write"] as const;

/** Engines run their changes for about this long. */
const longestMs = 1_500;

/** A mix of both kinds; the fault is in one of the operations that the engine is about to do. */
export function pickKillMoment(random: () => number, operations: readonly Operation[]): KillMoment {
  const upTo = (n: number) => Math.floor(random() * n);
  const operation = operations[upTo(operations.length)] ?? "create";
  if (random() < 0.4) return { kind: "clock", afterMs: upTo(longestMs), whole: random() < 0.5 };
  // A delete is a single unlink: it has no middle.
  const moment =
    operation === "delete" ? (moments[upTo(2) * 2] ?? moments[0]) : (moments[upTo(3)] ?? moments[0]);
  return { kind: "fault", point: `${operation}:${moment}:${1 + upTo(8)}` };
}

export function describeKillMoment(moment: KillMoment): string {
  switch (moment.kind) {
    case "clock":
      return `${moment.afterMs} ms after its first write, ${moment.whole ? "with all it started" : "alone"}`;
    case "fault":
      return `at ${moment.point}`;
    default:
      return moment satisfies never;
  }
}
