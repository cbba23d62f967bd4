import * as z from "zod";
import { isMap } from "../infra/config/finding";
import type { EngineEvent } from "./engineEvent";
import type { Violation } from "./verdict";

/** What a step would do to something that holds data. */
export interface StatefulChange {
  /** Of the store, as its tag says; undefined for what is protected without being a store's, such as a key. */
  readonly store: string | undefined;
  /** Whether the engine refuses, because the resource is protected. */
  readonly refused: boolean;
  readonly change: "replace" | "delete";
  /** The properties whose change replaces. */
  readonly properties: readonly string[];
}

/** One side of a step, as far as it says whether data is at stake. */
export const statefulSide = z.object({ protect: z.boolean().default(false) });

interface Side extends z.infer<typeof statefulSide> {
  readonly inputs?: Readonly<Record<string, unknown>> | null | undefined;
}

const changes: Readonly<Record<string, StatefulChange["change"]>> = { replace: "replace", delete: "delete" };

/** The stateful change of a step; undefined where nothing that holds data is replaced or deleted. */
export function statefulChangeOf(
  op: string,
  keys: readonly string[],
  old: Side | null | undefined,
  next: Side | null | undefined,
): StatefulChange | undefined {
  const change = changes[op];
  const store = storeOf((old ?? next)?.inputs?.tags);
  // A program that lifts protection and replaces at once is not refused: the engine looks at both sides.
  const refused = old?.protect === true && (change === "delete" || next?.protect !== false);
  if (change === undefined || (store === undefined && !refused)) return undefined;
  return { store, refused, change, properties: keys };
}

function storeOf(tags: unknown): string | undefined {
  const tag = isMap(tags) ? tags["bakeline:store"] : undefined;
  return typeof tag === "string" ? tag : undefined;
}

/** The pack and rule that such a change is reported under; the engine itself enforces it, in every `pulumi up`. */
const reportedAs = { pack: "bakeline", rule: "state-is-kept" } as const;

/** Refused changes as mandatory violations, allowed ones as a warning: data is lost either way. */
export function findStatefulViolations(events: readonly EngineEvent[]): Violation[] {
  return events.flatMap((event) => {
    if (event.kind !== "step" || event.stateful === undefined) return [];
    const { urn, stateful } = event;
    const level = stateful.refused ? "mandatory" : "advisory";
    return [{ ...reportedAs, level, urn, message: describe(stateful) }];
  });
}

function describe({ store, refused, change, properties }: StatefulChange): string {
  const what = store === undefined ? "a protected resource" : `the store ${store}`;
  const cause =
    change === "delete"
      ? "it is no longer declared"
      : `${properties.join(", ") || "something in it"} cannot be changed in place`;
  const would = `This would ${change} ${what} and lose what is in it: ${cause}.`;
  if (!refused) return `${would} Its allowDataLoss is true, so nothing stops it.`;
  const word =
    store === undefined
      ? "lift its protection in a change of its own"
      : `write allowDataLoss: true for ${store} below bakeline:stores in a change of its own`;
  const undo = change === "delete" ? "declare it again" : "take the change back";
  return `${would} Either ${undo}, or, if the data is not missed, ${word}, update, and then make this change.`;
}
