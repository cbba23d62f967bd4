import { createHash } from "node:crypto";
import type { OperatingSystem } from "../bakeline/operatingSystem";
import type { Step } from "../bakeline/step";
import { renderSteps } from "../bootstrap/steps/stepScript";

/** What an image adds to its parent, told so that two of them can be compared by people. Digests are SHA-256. */
export interface ImageContents {
  /** By the step's name, as the build's log has it but for its number: of its script. */
  readonly steps: Readonly<Record<string, string>>;
  /** Of the operating system's repositories, sorted. */
  readonly packages: readonly string[];
  /** By path: of the text of each file that a step writes; by key: of each object that one installs or unpacks. */
  readonly files: Readonly<Record<string, string>>;
}

/** Enough of a digest to tell two apart in a file that people read. */
const shownDigits = 16;

export function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

export function planContents(bake: readonly Step[], operatingSystem: OperatingSystem): ImageContents {
  const steps = new Map<string, string>();
  for (const { name, script } of renderSteps(bake, operatingSystem))
    steps.set(nameAmong(steps, name.replace(/^\d{4}-/, "")), digestOf(script).slice(0, shownDigits));
  const files = bake.flatMap(filesOf).map(([name, digest]) => [name, digest.slice(0, shownDigits)] as const);
  return {
    steps: Object.fromEntries(steps),
    packages: bake.flatMap((step) => (step.kind === "packages" ? step.names : [])).toSorted(),
    files: Object.fromEntries(files),
  };
}

/** Numbers would make every step behind a new one another; only a name that is there already gets one. */
function nameAmong(taken: ReadonlyMap<string, string>, name: string, number = 1): string {
  const candidate = number === 1 ? name : `${name}#${number}`;
  return taken.has(candidate) ? nameAmong(taken, name, number + 1) : candidate;
}

function filesOf(step: Step): (readonly [string, string])[] {
  switch (step.kind) {
    case "file":
      return [[step.path, digestOf(step.content.text)]];
    case "service":
      return step.unit === undefined ? [] : [[`${step.name}.service`, digestOf(step.unit)]];
    case "packages":
      return (step.files ?? []).map(({ key, sha256 }) => [key, sha256] as const);
    case "artifact":
      return [[`${step.directory} (${step.name} ${step.version})`, step.sha256]];
    case "ansiblePull":
      return [[step.key, step.sha256]];
    case "command":
    case "secret":
    case "chefClient":
      return [];
    default:
      return step satisfies never;
  }
}
