import type { AccountView, Entry } from "../accountView";
import { valuesAt } from "./reading";

/** Where entries of one type name another thing: `{ token: tokens.subnet, path: "vpcId" }`. */
export interface Use {
  token: string;
  /** A property, nested as `a.b`; lists are looked into. */
  path: string;
}

/** The entries that name `id` in one of `uses`: what AWS means by "has dependencies". */
export function findDependents(account: AccountView, id: string, uses: readonly Use[]): readonly Entry[] {
  return uses.flatMap(({ token, path }) =>
    account.all(token).filter((entry) => valuesAt(entry.properties, path).includes(id)),
  );
}
