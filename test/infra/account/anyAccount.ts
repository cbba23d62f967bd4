import type { Account } from "../../../infra/account/account";

/** An account of nobody's, in Ireland but for what a test gives. */
export function anyAccount(given: Partial<Account> = {}): Account {
  return { id: "111122223333", region: "eu-west-1", partition: "aws", ...given };
}
