import type { Entry } from "./accountView";

/** What exists "in AWS", apart from what Pulumi's state believes: one ledger a stack. */
export interface Ledger {
  find(token: string, id: string): Entry | undefined;
  all(token: string): readonly Entry[];
  /** Everything, in the order of tokens and ids: what recovery compares with the state. */
  entries(): readonly Entry[];
  /** Durable when it returns. */
  put(entry: Entry, operation: "create" | "update"): void;
  /** Does nothing when the entry is already gone. */
  remove(token: string, id: string): void;
}

export function compareEntries(one: Entry, other: Entry): number {
  return one.token.localeCompare(other.token) || one.id.localeCompare(other.id);
}
