import { type FieldProblem, findFieldProblems } from "./fields";
import { findLiteralSecrets } from "./literalSecrets";
import { type Fact, facts, layerOf, type Step } from "./step";
import { isBaked, layers, type Tier } from "./tier";

/** Something wrong with a workload's steps: where, and what to do about it. */
export interface StepProblem {
  /** e.g. `steps[3].layer`. */
  path: string;
  reason: string;
}

const placeholder = /\{\{\s*([^}]*?)\s*\}\}/g;

/**
 * All problems of a list of steps under a tier, in the list's order. An empty answer: `divide` may cut.
 * @param findFields what the steps' values must be; on Windows Server it is `findWindowsFieldProblems`
 */
export function findStepProblems(
  steps: readonly Step[],
  tier: Tier,
  findFields: (step: Step) => FieldProblem[] = findFieldProblems,
): StepProblem[] {
  return steps.flatMap((step, index) => [
    ...orderProblems(steps, index),
    ...needProblems(steps, index),
    ...rivalProblems(steps, index),
    ...[
      ...layerProblems(step, tier),
      ...findFields(step),
      ...contentProblems(step),
      ...findLiteralSecrets(step),
    ].map(({ path, reason }) => ({ path: `steps[${index}].${path}`, reason })),
  ]);
}

/** A step may only build on those before it; one that is baked earlier than its predecessor could not. */
function orderProblems(steps: readonly Step[], index: number): StepProblem[] {
  const step = steps[index];
  const previous = steps[index - 1];
  if (step === undefined || previous === undefined) return [];
  const [layer, before] = [layerOf(step), layerOf(previous)];
  if (layers.indexOf(layer) >= layers.indexOf(before)) return [];
  return [
    {
      path: `steps[${index}].layer`,
      reason: `expected ${before} or later because steps[${index - 1}] is in ${before}, got ${layer}; move this step up, or give it a later layer`,
    },
  ];
}

/** Programs that a step calls and that only a packages step can have brought, in order of preference. */
const needs: Partial<Record<Step["kind"], readonly (readonly string[])[]>> = {
  ansiblePull: [["ansible-core", "ansible"], ["git"]],
};

function needProblems(steps: readonly Step[], index: number): StepProblem[] {
  const step = steps[index];
  if (step === undefined) return [];
  const earlier = steps.slice(0, index).flatMap((each) => (each.kind === "packages" ? each.names : []));
  return (needs[step.kind] ?? [])
    .filter((alternatives) => !alternatives.some((name) => earlier.includes(name)))
    .map((alternatives) => ({
      path: `steps[${index}]`,
      reason: `expected a packages step before it that names ${alternatives.join(" or ")}, got none; add one`,
    }));
}

/** Of two steps that make one thing, the later would undo the earlier, at every boot. */
function rivalProblems(steps: readonly Step[], index: number): StepProblem[] {
  const step = steps[index];
  const made = step && makes(step);
  if (made === undefined) return [];
  const rival = steps.slice(0, index).findIndex((other) => {
    const its = makes(other);
    return its?.what === made.what && its.value === made.value;
  });
  if (rival === -1) return [];
  return [
    {
      path: `steps[${index}].${made.property}`,
      reason: `expected a ${made.what} that no other step has, got ${JSON.stringify(made.value)}, which steps[${rival}] has; merge the two, or remove one`,
    },
  ];
}

/** What a step alone may make. */
function makes(
  step: Step,
): { what: "service" | "path"; property: "name" | "path"; value: string } | undefined {
  if (step.kind === "service") return { what: "service", property: "name", value: step.name };
  if (step.kind === "file" || step.kind === "secret")
    return { what: "path", property: "path", value: step.path };
  return undefined;
}

function layerProblems(step: Step, tier: Tier): StepProblem[] {
  const layer = layerOf(step);
  if (step.kind === "chefClient" && layer !== "configuration")
    return [
      {
        path: "layer",
        reason: `expected configuration for a Chef client, got ${layer}; it registers as the instance it runs on, leave layer out`,
      },
    ];
  if (step.kind === "secret" && layer !== "configuration")
    return [
      {
        path: "layer",
        reason: `expected configuration for a secret, got ${layer}; an image must never hold a secret, leave layer out`,
      },
    ];
  if (step.kind === "file" && step.content.kind === "template" && isBaked(layer, tier))
    return [
      {
        path: "layer",
        reason: `expected configuration under tier ${tier}, got ${layer}; the template reads facts that only a booting instance knows`,
      },
    ];
  return [];
}

function contentProblems(step: Step): StepProblem[] {
  if (step.kind !== "file" || step.content.kind !== "template") return [];
  return [...step.content.text.matchAll(placeholder)]
    .map(([, name = ""]) => name)
    .filter((name) => !isFact(name))
    .map((name) => ({
      path: "content.text",
      reason: `expected one of ${facts.join(", ")} between {{ and }}, got ${JSON.stringify(name)}`,
    }));
}

function isFact(name: string): name is Fact {
  return facts.some((fact) => fact === name);
}
