import type { Candidate, Detector } from "../candidate";
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

/** A vendor's format as it is searched for. */
export interface CompiledToken {
  readonly prefix: string;
  readonly detector: Detector;
  readonly pattern: RegExp;
}

export const tokenFormats: readonly CompiledToken[] = vendors.flatMap(({ vendor, formats }) =>
  formats.map(({ id, prefix, rest }) => ({
    prefix,
    detector: { id, remedy: `Revoke it at ${vendor}, and have the instance fetch its successor at boot.` },
    pattern: new RegExp(`${rest}(?![A-Za-z0-9])`, "y"),
  })),
);

/** Tokens by their vendors' prefixes, and by the pattern of what follows. */
export class TokenScan {
  readonly found: Candidate[] = [];
  readonly #text: string;
  #done = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** To be told of each prefix, from front to back. */
  meet(at: number, { prefix, detector, pattern }: CompiledToken): void {
    if (at < this.#done) return;
    pattern.lastIndex = at + prefix.length;
    const match = pattern.exec(this.#text);
    if (match === null || isFillerToken(match[0])) return;
    this.#done = pattern.lastIndex;
    this.found.push({ detector, start: at, end: this.#done });
  }
}
