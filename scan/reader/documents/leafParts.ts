import type { Inside } from "../inside";
import { limits } from "../limits";
import { leaves } from "./node";

/** Every value below a node as a part under its name; a text of several lines is read by its own format. */
export function readLeaves(node: unknown, path: string, inside: Inside): void {
  const cut = () =>
    inside.unread(path, `more than ${limits.documentNodes} values or ${limits.documentDepth} levels`);
  for (const { path: place, name, value } of leaves(node, path, cut)) {
    if (inside.full) return;
    if (typeof value !== "string") inside.bytes({ place, name }, value);
    else inside.text({ place, name, format: value.includes("\n") ? undefined : "value" }, value);
  }
}
