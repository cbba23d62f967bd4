import { seededRandom } from "../../faults/seededRandom";

/** Choices that are the same for the same seed, so that an input can be made again from its number. */
export class Random {
  readonly #next: () => number;

  constructor(seed: number) {
    this.#next = seededRandom(seed);
  }

  /** An integer from 0 up to `end`, without it. */
  below(end: number): number {
    return Math.floor(this.#next() * end);
  }

  pick(list: readonly string[]): string {
    return list[this.below(list.length)] ?? "";
  }
}
