import type { Inside } from "../inside";
import { readLeaves } from "./leafParts";
import { field, mapping, scalar } from "./node";

/** A manifest of kind Secret, which bootstraps apply with kubectl: https://kubernetes.io/docs/concepts/configuration/secret/ */
export function readKubernetesSecret(document: unknown, inside: Inside): boolean {
  if (scalar(field(document, "kind")) !== "Secret" || field(document, "apiVersion") === undefined)
    return false;
  for (const [name, value] of Object.entries(mapping(field(document, "data")))) {
    const encoded = scalar(value);
    if (encoded !== undefined && encoded !== "")
      inside.bytes(
        { place: `data.${name}`, name, format: name.includes(".") ? undefined : "value" },
        Buffer.from(encoded, "base64"),
      );
  }
  readLeaves(field(document, "stringData"), "stringData", inside);
  return true;
}
