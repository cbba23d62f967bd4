import { field, items, scalar } from "../documents/node";
import { parseYaml } from "../documents/parseYaml";
import type { FormatReader } from "../inside";
import { typeByBeginning } from "./beginnings";

/** `#cloud-config-archive`: a list of parts in YAML. One without a type is what it begins as, else cloud-config. */
export const readArchive: FormatReader = (text, inside) => {
  const parsed = parseYaml(text);
  if ("reason" in parsed) {
    inside.unread("YAML", parsed.reason);
    return;
  }
  for (const [i, entry] of items(parsed.documents[0]).entries()) {
    const content = typeof entry === "string" ? entry : field(entry, "content");
    const name = scalar(field(entry, "filename"));
    const declared = scalar(field(entry, "type"));
    if (content instanceof Uint8Array) {
      inside.bytes({ place: `part ${i + 1}`, name }, content);
    } else if (typeof content === "string") {
      const type = declared ?? typeByBeginning(content) ?? "text/cloud-config";
      inside.text({ place: `part ${i + 1} (${type})`, name, type }, content);
    }
  }
};
