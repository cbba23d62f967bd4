import * as z from "zod";
import { changedPaths } from "./changedPaths";
import { type StatefulChange, statefulChangeOf, statefulSide } from "./statefulChanges";

/**
 * What one line of the engine's event log says, as far as a verdict needs it. The engine writes an object in
 * which exactly one of about twenty fields is set:
 * https://github.com/pulumi/pulumi/blob/v3.220.0/sdk/go/common/apitype/events.go
 */
export type EngineEvent =
  | ResourceStep
  | { kind: "violation"; pack: string; rule: string; level: string; urn: string; message: string }
  /** A rule has changed what the program asked for; `properties` are the paths, never the values. */
  | { kind: "repaired"; pack: string; rule: string; urn: string; properties: readonly string[] }
  /** A pack has judged one resource. */
  | { kind: "resourceAnalyzed"; pack: string; urn: string }
  /** A pack has judged the stack as a whole, the last thing it is asked. */
  | { kind: "stackAnalyzed"; pack: string }
  | { kind: "diagnostic"; severity: string; urn: string; message: string }
  | { kind: "operationFailed"; op: string; urn: string }
  /** `packs` are the names of the packs that took part. */
  | { kind: "summary"; packs: readonly string[] }
  /** Always the last event of a log that is whole. */
  | { kind: "end" }
  /** Progress, debug output and what else no verdict depends on. */
  | { kind: "other" };

/** The engine is about to do `op` to a resource. */
export interface ResourceStep {
  kind: "step";
  op: string;
  urn: string;
  type: string;
  /** What the program asks for. */
  inputs: Readonly<Record<string, unknown>>;
  /** What it asked for at the last update; empty for what is new. */
  oldInputs: Readonly<Record<string, unknown>>;
  /** Set where the step would take something that holds data. */
  stateful?: StatefulChange;
}

const state = statefulSide.extend({ inputs: z.record(z.string(), z.unknown()).nullish() }).nullish();

const step = z.object({
  op: z.string(),
  urn: z.string(),
  type: z.string(),
  keys: z.array(z.string()).nullish(),
  new: state,
  old: state,
});

const pack = { policyPackName: z.string() };

/** One schema a field of the engine's union, in the order in which a log has most of them. */
const fields = {
  diagnosticEvent: z
    .object({ severity: z.string(), urn: z.string().default(""), message: z.string() })
    .transform(
      ({ severity, urn, message }): EngineEvent =>
        severity === "debug"
          ? { kind: "other" }
          : { kind: "diagnostic", severity, urn, message: message.trim() },
    ),
  policyAnalyzeSummaryEvent: z
    .object({ resourceUrn: z.string(), ...pack })
    .transform(
      (e): EngineEvent => ({ kind: "resourceAnalyzed", pack: e.policyPackName, urn: e.resourceUrn }),
    ),
  resourcePreEvent: z.object({ metadata: step }).transform(({ metadata }): EngineEvent => {
    const { op, urn, type, keys, old, new: next } = metadata;
    const stateful = statefulChangeOf(op, keys ?? [], old, next);
    return {
      kind: "step",
      op,
      urn,
      type,
      inputs: next?.inputs ?? {},
      oldInputs: old?.inputs ?? {},
      ...(stateful === undefined ? {} : { stateful }),
    };
  }),
  policyEvent: z
    .object({
      resourceUrn: z.string().default(""),
      message: z.string(),
      policyName: z.string(),
      enforcementLevel: z.string(),
      ...pack,
    })
    .transform(
      (e): EngineEvent => ({
        kind: "violation",
        pack: e.policyPackName,
        rule: e.policyName,
        level: e.enforcementLevel,
        urn: e.resourceUrn,
        message: e.message.trim(),
      }),
    ),
  policyRemediationEvent: z
    .object({
      resourceUrn: z.string(),
      policyName: z.string(),
      before: z.record(z.string(), z.unknown()).nullish(),
      after: z.record(z.string(), z.unknown()).nullish(),
      ...pack,
    })
    .transform(
      (e): EngineEvent => ({
        kind: "repaired",
        pack: e.policyPackName,
        rule: e.policyName,
        urn: e.resourceUrn,
        properties: changedPaths(e.before ?? {}, e.after ?? {}),
      }),
    ),
  policyAnalyzeStackSummaryEvent: z
    .object(pack)
    .transform((e): EngineEvent => ({ kind: "stackAnalyzed", pack: e.policyPackName })),
  resOpFailedEvent: z
    .object({ metadata: step })
    .transform(({ metadata: { op, urn } }): EngineEvent => ({ kind: "operationFailed", op, urn })),
  errorEvent: z
    .object({ error: z.string() })
    .transform(
      ({ error }): EngineEvent => ({ kind: "diagnostic", severity: "error", urn: "", message: error.trim() }),
    ),
  // A local pack's key is `<name>|local|<path>`.
  summaryEvent: z.object({ PolicyPacks: z.record(z.string(), z.string()).nullish() }).transform(
    (e): EngineEvent => ({
      kind: "summary",
      packs: Object.keys(e.PolicyPacks ?? {}).map((key) => key.replace(/\|local\|.*$/, "")),
    }),
  ),
  cancelEvent: z.object({}).transform((): EngineEvent => ({ kind: "end" })),
};

const envelope = z.looseObject({ sequence: z.number() });

/** @throws if the line is no JSON object with a sequence number, or an event lacks a field that we read. */
export function parseEngineEvent(line: string): { sequence: number; event: EngineEvent } {
  const read = envelope.parse(JSON.parse(line));
  for (const [field, schema] of Object.entries(fields)) {
    if (read[field] !== undefined) return { sequence: read.sequence, event: schema.parse(read[field]) };
  }
  return { sequence: read.sequence, event: { kind: "other" } };
}
