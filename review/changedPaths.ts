import { isDeepStrictEqual } from "node:util";
import { isMap } from "../infra/config/finding";

/** Where two values differ, as a user would write it: `metadataOptions.httpTokens`. */
export function changedPaths(before: unknown, after: unknown, path = ""): readonly string[] {
  if (isDeepStrictEqual(before, after)) return [];
  if (!isMap(after) || (before !== undefined && !isMap(before))) return [path];
  const was = before ?? {};
  const keys = [...new Set([...Object.keys(was), ...Object.keys(after)])].sort();
  return keys.flatMap((key) => changedPaths(was[key], after[key], path === "" ? key : `${path}.${key}`));
}
