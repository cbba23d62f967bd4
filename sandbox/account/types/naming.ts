import type { AccountView } from "../accountView";
import type { Properties } from "../values";
import { text } from "./reading";

/**
 * The name that a resource gets: the one given, or `namePrefix` and a unique suffix, as the provider makes them.
 * The engine's own automatic names arrive here as given ones.
 */
export function nameOf(inputs: Properties, account: AccountView, property = "name"): string {
  const given = text(inputs, property);
  if (given !== undefined) return given;
  const prefix = (text(inputs, `${property}Prefix`) ?? "terraform-").replace(/-$/, "");
  return account.newId(prefix);
}
