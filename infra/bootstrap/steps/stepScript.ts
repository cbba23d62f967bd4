import type { OperatingSystem } from "../../bakeline/operatingSystem";
import type { Step } from "../../bakeline/step";
import { renderAnsiblePull } from "./ansiblePull";
import { renderArtifact } from "./artifact";
import { renderChefClient } from "./chefClient";
import { renderCommand } from "./command";
import { renderFile } from "./file";
import { renderPackages } from "./packages";
import type { RenderedStep } from "./renderedStep";
import { renderSecret } from "./secret";
import { renderService } from "./service";

export interface StepScript extends RenderedStep {
  /** Unique among a list of steps, and sorts as the list does: `0003-artifact-sessions`. */
  readonly name: string;
}

/** One script a step, in order: the same text whether an image is being built or an instance boots. */
export function renderSteps(steps: readonly Step[], operatingSystem: OperatingSystem): StepScript[] {
  return steps.map((step, index) => ({
    name: nameStep(step, index),
    ...renderStep(step, operatingSystem),
  }));
}

/** Unique by its number, which also sorts; the rest is for people. */
export function nameStep(step: Step, index: number): string {
  return `${`${index + 1}`.padStart(4, "0")}-${step.kind}${describe(step)}`;
}

function renderStep(step: Step, operatingSystem: OperatingSystem): RenderedStep {
  switch (step.kind) {
    case "packages":
      return renderPackages(step, operatingSystem);
    case "artifact":
      return renderArtifact(step);
    case "file":
      return renderFile(step);
    case "service":
      return renderService(step);
    case "command":
      return renderCommand(step);
    case "secret":
      return renderSecret(step);
    case "ansiblePull":
      return renderAnsiblePull(step);
    case "chefClient":
      return renderChefClient(step);
    default:
      return step satisfies never;
  }
}

/** What a person needs to recognise the step in a log: letters, digits, points and hyphens. */
function describe(step: Step): string {
  switch (step.kind) {
    case "packages":
    case "chefClient":
      return "";
    case "file":
    case "secret":
      return slug(step.path);
    default:
      return slug(step.name);
  }
}

function slug(text: string): string {
  const plain = text.replaceAll(/[^A-Za-z0-9.]+/g, "-").replaceAll(/^-+|-+$/g, "");
  return plain === "" ? "" : `-${plain.slice(-40).replace(/^-+/, "")}`;
}
