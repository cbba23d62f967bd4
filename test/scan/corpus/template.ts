import { createHash } from "node:crypto";
import type { Format } from "../../../scan/reader/part";
import { drawer } from "./values";

/**
 * A text as somebody would write it. `⟦kind⟧` is a secret of that kind, put in when it is run; `⟨kind⟩` is a value
 * that only looks like one. A template without `⟦…⟧` holds no secret at all.
 */
export type Template = readonly [format: Format, text: string];

export interface Sample {
  readonly id: string;
  readonly split: "tuning" | "heldOut";
  readonly format: Format;
  readonly text: string;
  /** Where the planted secrets are; none in a look-alike. */
  readonly secrets: readonly { readonly start: number; readonly end: number }[];
}

/** Each template drawn twice, with other values. */
const draws = 2;

export function samplesOf(kind: string, templates: readonly Template[]): Sample[] {
  return templates.flatMap(([format, text], index) =>
    Array.from({ length: draws }, (_, draw) => {
      const id = `${kind} ${index + 1}.${draw + 1}`;
      return { id, split: splitOf(text), format, ...filled(text, index * 97 + draw * 7919 + kind.length) };
    }),
  );
}

/** By a digest of the template, so that no one chose: both draws of it are on the same side. */
function splitOf(template: string): Sample["split"] {
  return (createHash("sha256").update(template).digest()[0] ?? 0) % 2 === 0 ? "tuning" : "heldOut";
}

function filled(template: string, seed: number): Pick<Sample, "text" | "secrets"> {
  const draw = drawer(seed);
  const secrets: { start: number; end: number }[] = [];
  let text = "";
  let at = 0;
  for (const match of template.matchAll(/⟦(\w+)⟧|⟨(\w+)⟩/g)) {
    text += template.slice(at, match.index);
    let value = draw(match[1] ?? match[2] ?? "");
    const indent = /(?:^|\n)([ \t]*)$/.exec(text)?.[1] ?? "";
    if (value.includes("\n")) value = value.replaceAll("\n", `\n${indent}`);
    if (match[1] !== undefined) secrets.push({ start: text.length, end: text.length + value.length });
    text += value;
    at = match.index + match[0].length;
  }
  return { text: text + template.slice(at), secrets };
}
