import path from "node:path";
import { keptTag } from "../../infra/tags";
import type { Entry } from "../account/accountView";
import { openFileLedger } from "../account/fileLedger";
import { isList, isProperties } from "../account/unknown";
import type { Properties, Value } from "../account/values";

/** Something that exists in the account, with what tells whose it is. */
export interface AccountResource {
  type: string;
  id: string;
  /** The tag `Name`: Pulumi's name of the resource. */
  name?: string;
  /** The tag `bakeline:stack`. */
  stack?: string;
  /** Stays on purpose when the state no longer has it: tagged `bakeline:kept-until`. */
  kept?: true;
}

/** Everything in a stack's part of the simulated account. */
export function readInventory(ledger: string, stack: string): readonly AccountResource[] {
  return openFileLedger(path.join(ledger, stack)).entries().map(accountResource);
}

export function accountResource({ token, id, properties }: Entry): AccountResource {
  const tags = tagsOf(properties);
  const [name, stack] = [tags.get("Name"), tags.get("bakeline:stack")];
  return {
    type: token,
    id,
    ...(name === undefined ? {} : { name }),
    ...(stack === undefined ? {} : { stack }),
    ...(tags.has(keptTag) ? { kept: true } : {}),
  };
}

/**
 * `tagsAll` is `tags` and the provider's default tags. An Auto Scaling group has neither: its `tags` are a list
 * of key, value and propagateAtLaunch.
 */
function tagsOf(properties: Properties): ReadonlyMap<string, string> {
  const tags = new Map<string, string>();
  for (const source of [properties.tags, properties.tagsAll]) {
    for (const [key, value] of pairs(source)) {
      if (typeof value === "string") tags.set(key, value);
    }
  }
  return tags;
}

function pairs(tags: Value | undefined): readonly (readonly [string, Value])[] {
  if (isProperties(tags)) return Object.entries(tags);
  if (!isList(tags)) return [];
  return tags.flatMap((tag) => {
    if (!isProperties(tag) || typeof tag.key !== "string" || tag.value === undefined) return [];
    return [[tag.key, tag.value] as const];
  });
}
