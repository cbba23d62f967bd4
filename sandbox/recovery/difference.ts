import {
  type ExportedStack,
  isInAccount,
  pendingOperationsOf,
  type ResourceState,
  resourcesOf,
} from "./deployment";
import type { AccountResource } from "./inventory";
import { accountKey } from "./planRecovery";

/** Where the account and the state disagree about what exists. */
export interface Difference {
  /** In the account, unknown to the state, and not kept on purpose: nobody would ever delete it. */
  orphaned: readonly AccountResource[];
  /** In the state, gone from the account. */
  lost: readonly ResourceState[];
  /** URNs whose create is still pending. */
  undecided: readonly string[];
}

export function findDifference(exported: ExportedStack, inventory: readonly AccountResource[]): Difference {
  const inState = resourcesOf(exported).filter(isInAccount);
  const stateKeys = new Set(inState.map(accountKey));
  const accountKeys = new Set(inventory.map(accountKey));
  return {
    orphaned: inventory.filter((row) => row.kept !== true && !stateKeys.has(accountKey(row))),
    // A pending replacement is known to be deleted: the engine keeps it to remember whom it replaces.
    lost: inState.filter((r) => r.pendingReplacement !== true && !accountKeys.has(accountKey(r))),
    undecided: pendingOperationsOf(exported)
      .filter(({ type }) => type === "creating")
      .map(({ resource }) => resource.urn),
  };
}

/** One sentence for each, with what to do; none when account and state agree. */
export function describeDifference({ orphaned, lost, undecided }: Difference): readonly string[] {
  return [
    ...orphaned.map(
      ({ type, id }) =>
        `${type} ${id} is in the account and not in the state; \`npm run sandbox -- import ${type} <name> ${id} --protect=false\`, or delete it`,
    ),
    ...lost.map(
      ({ urn, id }) => `${urn} (${id ?? "no id"}) is in the state and not in the account; refresh removes it`,
    ),
    ...undecided.map((urn) => `${urn} is still a pending create; run recover again`),
  ];
}
