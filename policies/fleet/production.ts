import type { Context } from "../context";
import { environmentOf } from "../environment";

/** What decides is the resource's own tag, where it has one, and else what its stack is for. */
export function isProduction(
  { environment }: Context,
  tags: Readonly<Record<string, string>> | null | undefined,
): boolean {
  const key = Object.keys(tags ?? {}).find((one) => /^(\w+:)?(environment|env|stage)$/i.test(one));
  const tag = key === undefined ? undefined : tags?.[key];
  return (tag == null ? environment : environmentOf(undefined, String(tag))) === "prod";
}
