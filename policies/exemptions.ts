import { lastDay } from "../infra/config/sections/exemptions";
import type { NumberedExemption } from "./settings";

/** A resource about which a rule has something to say. */
export interface Matter {
  readonly pack: string;
  readonly rule: string;
  readonly urn: string;
  readonly name: string;
}

/** Longer, and nobody who wrote it is there to look at it again. */
const longestDays = 366;
const millisecondsPerDay = 86_400_000;

/** The exemptions of one pack, as they are used up in the course of one preview or update. */
export class Exemptions {
  readonly #pack: string;
  readonly #inForce: readonly NumberedExemption[];
  readonly #refused: readonly string[];
  readonly #usedFor = new Map<NumberedExemption, Set<string>>();

  /** @param all of the stack file; those of other packs are left to them */
  constructor(pack: string, rules: ReadonlySet<string>, all: readonly NumberedExemption[], today: Date) {
    this.#pack = pack;
    const own = all.filter(({ rule }) => rule.startsWith(`${pack}/`));
    const judged = own.map((one) => ({ one, problem: problemOf(one, pack, rules, today) }));
    this.#inForce = judged.flatMap(({ one, problem }) => (problem === undefined ? [one] : []));
    this.#refused = judged.flatMap(({ one, problem }) =>
      problem === undefined ? [] : [`${one.path}: ${problem}`],
    );
  }

  /** The exemption that covers it, which thereby is used. */
  find({ pack, rule, urn, name }: Matter): NumberedExemption | undefined {
    const found = this.#inForce.find(
      (one) => one.rule === `${pack}/${rule}` && (one.resource === urn || one.resource === name),
    );
    if (found !== undefined) this.#usedFor.set(found, (this.#usedFor.get(found) ?? new Set()).add(urn));
    return found;
  }

  /**
   * What is wrong with the pack's exemptions, once everything has been judged.
   * @param wasSkipped whether a resource is in the stack and was not judged this time (`--target`)
   */
  problems(wasSkipped: (resource: string) => boolean): readonly string[] {
    const afterwards = this.#inForce.flatMap((one) => {
      const used = this.#usedFor.get(one);
      if (used === undefined)
        return wasSkipped(one.resource)
          ? []
          : [`${one.path}: it is not used: ${one.rule} has nothing to say about ${one.resource}; remove it`];
      return used.size > 1
        ? [
            `${one.path}: it is too wide: ${used.size} resources are named ${one.resource}; write the URN of one`,
          ]
        : [];
    });
    return [...this.#refused, ...afterwards];
  }

  /** Those that were used, for the report. */
  get inUse(): readonly NumberedExemption[] {
    return [...this.#usedFor.keys()];
  }

  get pack(): string {
    return this.#pack;
  }
}

function problemOf(
  exemption: NumberedExemption,
  pack: string,
  rules: ReadonlySet<string>,
  today: Date,
): string | undefined {
  const { rule } = exemption;
  const expires = lastDay(exemption);
  if (!rules.has(rule.slice(pack.length + 1))) return `there is no rule ${rule}; docs/rules lists the ids`;
  // To the end of its last day, wherever on earth that is latest.
  const last = Date.parse(`${expires}T23:59:59-12:00`);
  if (last < today.getTime())
    return `it expired on ${expires}; mend what it exempts, or have somebody decide anew and write why`;
  if (last - today.getTime() > (longestDays + 1) * millisecondsPerDay)
    return `it is too wide: ${expires} is more than a year ahead; write an earlier day`;
  return undefined;
}
