import * as z from "zod";
import { isMap } from "../infra/config/finding";
import type { EngineEvent } from "./engineEvent";
import type { Violation } from "./verdict";

/** What a step would do to something that holds data. */
export interface StatefulChange {
  /** Of the store, as its tag says; undefined for what is protected without being a store's, such as a key. */
  readonly store: string | undefined;
  /** Whether the last update protected it. */
  readonly wasProtected: boolean;
  /** Whether the program does now. */
  readonly isProtected: boolean;
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
  const wasProtected = old?.protect ?? false;
  const isProtected = next?.protect ?? wasProtected;
  if (change === undefined || (store === undefined && !wasProtected && !isProtected)) return undefined;
  return { store, wasProtected, isProtected, change, properties: keys };
}

/** The engine stops at what is protected on both sides, and then asks no pack about the stack as a whole. */
export function isStoppedByEngine({ wasProtected, isProtected }: StatefulChange): boolean {
  return wasProtected && isProtected;
}

/** Data is lost only by leave that the last update gave and the program still gives: one edit is no second thought. */
function isRefused({ wasProtected, isProtected }: StatefulChange): boolean {
  return wasProtected || isProtected;
}

function storeOf(tags: unknown): string | undefined {
  const tag = isMap(tags) ? tags["bakeline:store"] : undefined;
  return typeof tag === "string" ? tag : undefined;
}

/** The pack and rule that such a change is reported under; the engine itself stops, in every `pulumi up`, where it can. */
const reportedAs = { pack: "bakeline", rule: "state-is-kept" } as const;

/** Refused changes as mandatory violations, allowed ones as a warning: data is lost either way. */
export function findStatefulViolations(events: readonly EngineEvent[]): Violation[] {
  return events.flatMap((event) => {
    if (event.kind !== "step" || event.stateful === undefined) return [];
    const { urn, stateful } = event;
    const level = isRefused(stateful) ? "mandatory" : "advisory";
    return [{ ...reportedAs, level, urn, message: describe(stateful) }];
  });
}

function describe(stateful: StatefulChange): string {
  const { store, wasProtected, change, properties } = stateful;
  const what = store === undefined ? "a protected resource" : `the store ${store}`;
  const cause =
    change === "delete"
      ? "it is no longer declared"
      : `${properties.join(", ") || "something in it"} cannot be changed in place`;
  const would = `This would ${change} ${what} and lose what is in it: ${cause}.`;
  if (!isRefused(stateful))
    return `${would} Its allowDataLoss was true at the last update and is true, so nothing stops it.`;
  if (!wasProtected) {
    const leave = store === undefined ? "It was not protected" : "Its allowDataLoss was true";
    return `${would} ${leave} at the last update, and the same change ends that; make one of the two changes, update, and then make the other.`;
  }
  const word =
    store === undefined
      ? "lift its protection in a change of its own"
      : `write allowDataLoss: true for ${store} below bakeline:stores in a change of its own`;
  const undo = change === "delete" ? "declare it again" : "take the change back";
  return `${would} Either ${undo}, or, if the data is not missed, ${word}, update, and then make this change.`;
}
