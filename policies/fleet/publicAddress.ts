import { Got } from "../got";
import type { Finding } from "../rule";
import { isTrue } from "./values";

/** What is left out follows the subnet, which has a rule of its own. */
export function findPublicAddress(associate: unknown, path: string): readonly Finding[] {
  if (associate == null || associate === "") return [];
  if (!isTrue(associate) && (associate === false || typeof associate === "string")) return [];
  return [{ path, expected: "false", got: Got.of(associate, ["true"]) }];
}
