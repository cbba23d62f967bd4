import { layerOf, type Step } from "./step";
import { isBaked, type Tier } from "./tier";

/** The two sides of the line. `bake` then `boot` is the workload's list of steps, each once, in its order. */
export interface Division {
  bake: readonly Step[];
  boot: readonly Step[];
}

/**
 * Draws the line through a workload's steps: what is above becomes the image, what is below first boot.
 * Expects steps that `findStepProblems` has nothing to say about: their layers never go down, so that the
 * line is one cut.
 */
export function divide(steps: readonly Step[], tier: Tier): Division {
  const cut = steps.findIndex((step) => !isBaked(layerOf(step), tier));
  return cut === -1 ? { bake: steps, boot: [] } : { bake: steps.slice(0, cut), boot: steps.slice(cut) };
}
