import { type Document, isAlias, isMap, isScalar, isSeq } from "yaml";
import type { SettingPath } from "./finding";

/** The offset at which the value of a path stands in a YAML text (its key, in a map), or else the nearest thing that holds it. */
export function findOffset(document: Document.Parsed, path: SettingPath): number {
  let node: unknown = document.contents;
  let offset = document.contents?.range[0] ?? 0;
  for (const segment of path) {
    const found = findChild(isAlias(node) ? node.resolve(document) : node, segment);
    if (found === undefined) return offset;
    offset = found.offset ?? offset;
    node = found.node;
  }
  return offset;
}

function findChild(
  parent: unknown,
  segment: string | number,
): { offset?: number; node: unknown } | undefined {
  if (isSeq(parent) && typeof segment === "number") {
    const node = parent.items[segment];
    return { offset: isScalar(node) || isMap(node) || isSeq(node) ? node.range?.[0] : undefined, node };
  }
  if (!isMap(parent)) return undefined;
  for (const { key, value } of parent.items)
    if (isScalar(key) && String(key.value) === segment) return { offset: key.range?.[0], node: value };
  return undefined;
}
