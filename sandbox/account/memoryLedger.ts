import type { Entry } from "./accountView";
import { compareEntries, type Ledger } from "./ledger";

/** A ledger that lives as long as one unit test. */
export function memoryLedger(): Ledger {
  const types = new Map<string, Map<string, Entry>>();
  return {
    find: (token, id) => types.get(token)?.get(id),
    all: (token) => [...(types.get(token)?.values() ?? [])],
    entries: () => [...types.values()].flatMap((entries) => [...entries.values()]).sort(compareEntries),
    put(entry) {
      const entries = types.get(entry.token) ?? new Map<string, Entry>();
      types.set(entry.token, entries.set(entry.id, entry));
    },
    remove(token, id) {
      types.get(token)?.delete(id);
    },
  };
}
