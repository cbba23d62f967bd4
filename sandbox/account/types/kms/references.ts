import type { AccountView, Entry } from "../../accountView";
import { text } from "../reading";
import { tokens } from "../tokens";

/** A key by its id, its ARN, or an alias's name or ARN. */
export function findKey(account: AccountView, reference: string): Entry | undefined {
  const alias = account
    .all(tokens.kmsAlias)
    .find(({ id, properties }) => id === reference || properties.arn === reference);
  const wanted = alias === undefined ? reference : (text(alias.properties, "targetKeyArn") ?? "");
  return account.all(tokens.kmsKey).find(({ id, properties }) => id === wanted || properties.arn === wanted);
}

/** A service uses a key of this account: the key exists and its policy names the service. AWS's own keys always do. */
export function requireKeyFor(
  account: AccountView,
  reference: string,
  service: RegExp,
  refuse: () => never,
): void {
  if (reference.includes("alias/aws/")) return;
  const policy = text(findKey(account, reference)?.properties ?? {}, "policy");
  if (policy === undefined || !service.test(policy)) refuse();
}
