import { readLeaves } from "../documents/leafParts";
import { parseYaml } from "../documents/parseYaml";
import type { FormatReader } from "../inside";

/** `#cloud-config-jsonp`: a JSON patch to the cloud-config before it. */
export const readJsonPatch: FormatReader = (text, inside) => {
  const parsed = parseYaml(text.replace(/^\s*#cloud-config-jsonp[^\n]*/i, ""));
  if ("reason" in parsed) inside.unread("JSON", parsed.reason);
  else readLeaves(parsed.documents[0], "", inside);
};
