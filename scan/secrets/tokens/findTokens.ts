import type { Candidate, Detector } from "../candidate";
import { PrefixTable } from "../prefixTable";
import { isFillerToken } from "../values/placeholder";
import { clouds } from "./clouds";
import { development } from "./development";
import { keepers } from "./keepers";
import { messaging } from "./messaging";
import { models } from "./models";
import { observers } from "./observers";
import { payments } from "./payments";
import { services } from "./services";
import type { Vendor } from "./tokenFormat";

export const vendors: readonly Vendor[] = [
  ...clouds,
  ...development,
  ...keepers,
  ...messaging,
  ...payments,
  ...models,
  ...observers,
  ...services,
];

interface Compiled {
  readonly detector: Detector;
  readonly pattern: RegExp;
}

const table = new PrefixTable<Compiled>(false);
for (const { vendor, formats } of vendors)
  for (const { id, prefix, rest } of formats)
    table.add(prefix, {
      detector: { id, remedy: `Revoke it at ${vendor}, and have the instance fetch its successor at boot.` },
      pattern: new RegExp(`${rest}(?![A-Za-z0-9])`, "y"),
    });

/** Tokens by their vendors' prefixes, and by the pattern of what follows. */
export function findTokens(text: string): readonly Candidate[] {
  const found: Candidate[] = [];
  let done = 0;
  table.each(text, (at, prefix, { detector, pattern }) => {
    if (at < done) return;
    pattern.lastIndex = at + prefix.length;
    const match = pattern.exec(text);
    if (match === null || isFillerToken(match[0])) return;
    done = pattern.lastIndex;
    found.push({ detector, start: at, end: done });
  });
  return found;
}
