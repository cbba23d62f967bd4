import type { EngineEvent } from "./engineEvent";

/**
 * How many resources a preview would create, update, replace, delete and leave alone. As in the engine's own
 * summary the stack, components and declared providers count, and default providers do not.
 */
export interface Changes {
  create: number;
  update: number;
  replace: number;
  delete: number;
  same: number;
}

export type Operation = keyof Changes;

/** The engine's steps, as the operation that a reader would call them: https://www.pulumi.com/docs/iac/concepts/how-pulumi-works/ */
const operations: Readonly<Record<string, Operation>> = {
  create: "create",
  update: "update",
  delete: "delete",
  discard: "delete",
  same: "same",
  import: "same",
  replace: "replace",
  "create-replacement": "replace",
  "import-replacement": "replace",
  "delete-replaced": "delete",
};

/**
 * Of several steps of one URN the last here is what becomes of the resource: one that lives on outweighs the
 * remnant of an earlier replacement that is deleted beside it.
 */
const byWeight: readonly Operation[] = ["delete", "same", "update", "create", "replace"];

/**
 * Counts resources, not steps: the engine replaces in three steps (create the replacement, replace, delete
 * the replaced), and `delete-replaced` alone is the remnant of a replacement that an earlier update began.
 */
export function countChanges(events: readonly EngineEvent[]): Changes {
  const byUrn = new Map<string, Operation>();
  const rank = (operation: Operation | undefined) =>
    operation === undefined ? -1 : byWeight.indexOf(operation);
  for (const event of events) {
    if (event.kind !== "step" || isDefaultProvider(event.urn)) continue;
    const operation = operations[event.op];
    if (operation !== undefined && rank(operation) > rank(byUrn.get(event.urn)))
      byUrn.set(event.urn, operation);
  }
  const changes: Changes = { create: 0, update: 0, replace: 0, delete: 0, same: 0 };
  for (const operation of byUrn.values()) changes[operation] += 1;
  return changes;
}

function isDefaultProvider(urn: string): boolean {
  return /::pulumi:providers:[^:]+::default(_|$)/.test(urn);
}
