import { randomBytes } from "node:crypto";
import type { AccountView } from "./accountView";
import type { Ledger } from "./ledger";
import { requirePartition } from "./partition";

/** The simulated account's number: AWS's own example, of nobody. */
export const ACCOUNT_ID = "111122223333";

/** What one region of the account looks like to a resource type. */
export function accountView(ledger: Ledger, region: string): AccountView {
  return {
    accountId: ACCOUNT_ID,
    region,
    partition: requirePartition(region),
    newId: (prefix) => `${prefix}-${randomBytes(9).toString("hex").slice(0, 17)}`,
    find: (token, id) => ledger.find(token, id),
    all: (token) => ledger.all(token),
    now: () => new Date().toISOString(),
  };
}
