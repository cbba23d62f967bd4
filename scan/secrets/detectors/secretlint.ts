import { rules } from "@secretlint/secretlint-rule-preset-recommend";
import type { SecretLintSourceCode } from "@secretlint/types";
import type { Candidate, Detector } from "../candidate";
import { isFillerToken } from "../values/placeholder";

/**
 * Left out of the preset: the filter, with which a comment in the scanned text switches rules off; and the two that
 * read addresses, which `urls.ts` does knowing what a reference is.
 */
const leftOut = ["filter-comments", "basicauth", "database-connection-string"];

const family = "@secretlint/secretlint-rule-";
let found: { readonly detector: Detector; readonly start: number; readonly end: number }[] = [];

/** A source as the rules read it: they look at its content, and at its extension to pass over what is no text. */
function source(content: string): SecretLintSourceCode {
  return {
    content,
    hasBOM: false,
    filePath: undefined,
    physicalFilePath: undefined,
    contentType: "text",
    ext: "",
    getFilePath: () => undefined,
    getPhysicalFilePath: () => undefined,
    locationToRange: unused,
    rangeToLocation: unused,
    positionToIndex: unused,
    indexToPosition: unused,
  };
}

function unused(): never {
  throw new Error("a rule of secretlint asked for a position: secretlint.ts has to be told how");
}

const handlers = rules
  .filter(({ meta }) => !leftOut.includes(meta.id.slice(family.length)))
  .map((rule) => {
    const detector = {
      id: `secretlint-${rule.meta.id.slice(family.length)}`,
      remedy: "Revoke it where it was issued, and have the instance fetch its successor at boot.",
    };
    return rule.create(
      {
        sharedOptions: {},
        // Its messages quote the secret: none is ever made.
        createTranslator: () => () => ({ message: "", messageId: "", data: undefined }),
        report: ({ range: [start, end] }) => found.push({ detector, start, end }),
        ignore: () => {},
      },
      {},
    );
  });

/** secretlint's recommended rules, as they are: the base of what is recognized. */
export function findBySecretlint(text: string): readonly Candidate[] {
  found = [];
  for (const handler of handlers) handler.file?.(source(text));
  return found.filter(({ start, end }) => !isFillerToken(text.slice(start, end)));
}
