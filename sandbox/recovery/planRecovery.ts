import { isDeepStrictEqual } from "node:util";
import type { Properties } from "../account/values";
import {
  type ExportedStack,
  isInAccount,
  nameOf,
  pendingOperationsOf,
  type ResourceState,
  resourcesOf,
} from "./deployment";
import type { AccountResource } from "./inventory";

/** What to do about one create whose end the engine never heard of. */
export type Recovery =
  /**
   * AWS had done it: the resource goes into the state with the id found. If the state has an older one in its
   * place, that has been replaced, and the next update deletes it.
   */
  | { kind: "adopt"; resource: ResourceState; id: string }
  /** AWS had not done it: nothing exists, the next update creates it. */
  | { kind: "clear"; urn: string }
  /** A second copy of what the state has: the next update deletes it. */
  | { kind: "delete"; resource: ResourceState; id: string };

export interface RecoveryArgs {
  stack: string;
  exported: ExportedStack;
  inventory: readonly AccountResource[];
  /** For types without tags: the id that AWS gives to these inputs. Undefined for types with tags. */
  naturalId(type: string, inputs: Properties): string | undefined;
}

/** A row for each pending create, and one for each further orphan of the same resource. Pure. */
export function planRecovery(args: RecoveryArgs): readonly Recovery[] {
  const resources = resourcesOf(args.exported);
  const known = new Set(resources.filter(isInAccount).map(accountKey));
  const live = new Map(resources.filter(isLive).map((resource) => [resource.urn, resource]));
  const plan: Recovery[] = [];
  for (const resource of pendingCreates(args.exported)) {
    const found = args.inventory.filter((row) => isThe(resource, row, args) && !known.has(accountKey(row)));
    if (found.length === 0) plan.push({ kind: "clear", urn: resource.urn });
    for (const { type, id } of found) {
      known.add(accountKey({ type, id }));
      // A replacement differs from what it replaces. Where nothing differs, an `up` that followed the kill
      // without a recovery has made the resource once more.
      const current = live.get(resource.urn);
      const isCopy = current !== undefined && isDeepStrictEqual(current.inputs, resource.inputs);
      plan.push({ kind: isCopy ? "delete" : "adopt", resource, id });
      live.set(resource.urn, resource);
    }
  }
  return plan;
}

/** Whether the resource is the one that the program means by its URN. */
export function isLive(resource: ResourceState): boolean {
  return resource.delete !== true && resource.pendingReplacement !== true;
}

/** A create that was interrupted twice is pending twice; its last inputs are the ones that count. */
function pendingCreates(exported: ExportedStack): readonly ResourceState[] {
  const creates = pendingOperationsOf(exported).filter(({ type }) => type === "creating");
  const lastByUrn = new Map(creates.map(({ resource }) => [resource.urn, resource]));
  return [...lastByUrn.values()].filter((resource) => resource.custom === true);
}

/** The identity on which recovery rests, here and on real AWS: type, stack tag and Name tag; else the natural id. */
function isThe(resource: ResourceState, row: AccountResource, args: RecoveryArgs): boolean {
  if (row.type !== resource.type) return false;
  const naturalId = args.naturalId(resource.type, resource.inputs ?? {});
  if (naturalId !== undefined) return row.id === naturalId;
  return row.stack === args.stack && row.name === nameOf(resource.urn);
}

/** Ids are unique within a type only. */
export function accountKey({ type, id }: { type: string; id?: string | undefined }): string {
  return `${type} ${id ?? ""}`;
}
