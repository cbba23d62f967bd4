import { createHash } from "node:crypto";
import { heredoc } from "./shell/heredoc";
import type { StepScript } from "./steps/stepScript";

/** What lays out steps on the instance: inline in user data, or an object that the loader sources. */
export interface Bundle {
  /** As the manifest and errors name it: `role/web`, `steps/1-0003-artifact-sessions`. */
  readonly name: string;
  /** bash that calls the loader's function `step` for each. */
  readonly text: string;
}

/** An object of the bootstrap bucket; its key is the SHA-256 of its content, so that it never changes. */
export interface BootstrapObject {
  readonly key: string;
  readonly content: string;
}

/** Series keep the order between bundles: steps run in the order of their names. */
export const series = { workload: 1, role: 2, environment: 3 } as const;

export function renderBundle(
  name: string,
  seriesNumber: number,
  steps: readonly Pick<StepScript, "name" | "script">[],
): Bundle {
  return { name, text: steps.map((step) => renderLayout(seriesNumber, step)).join("") };
}

/** One bundle a step, for those that may have to leave user data one by one. */
export function renderStepBundles(
  seriesNumber: number,
  steps: readonly Pick<StepScript, "name" | "script">[],
): Bundle[] {
  return steps.map((step) => renderBundle(`steps/${seriesNumber}-${step.name}`, seriesNumber, [step]));
}

function renderLayout(seriesNumber: number, { name, script }: Pick<StepScript, "name" | "script">): string {
  return heredoc(`step ${seriesNumber}-${name}`, script);
}

export function createObject(content: string): BootstrapObject {
  return { key: createHash("sha256").update(content).digest("hex"), content };
}
