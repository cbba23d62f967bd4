import type { Context } from "../context";
import { Got } from "../got";
import { isProduction } from "../production";
import type { Finding } from "../rule";
import { isFalse } from "../values";

/** A switch by which a store is deleted together with what is in it, where AWS itself would refuse. */
export function findForce(
  path: string,
  force: unknown,
  tags: Readonly<Record<string, string>> | undefined,
  context: Context,
): readonly Finding[] {
  if (force == null || isFalse(force) || context.protect || !isProduction(context, tags)) return [];
  return [{ path, expected: "false in production", got: Got.of(force, ["true"]) }];
}
