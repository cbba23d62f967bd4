import type { ImagePlan } from "../infra/images/imagePlan";
import { workloads } from "../infra/workloads";
import { loadCheckedStack } from "../infra/workloads/checkedStack";
import { planWorkloads, type WorkloadPlan } from "../infra/workloads/plan";

/** The images that the tiers of a stack need, from its file alone. @throws StackConfigError */
export function planStackImages(root: string, stack: string): ImagePlan[] {
  return planStack(root, stack).flatMap(({ images }) => images);
}

type Digests = Readonly<Record<string, string | undefined>>;

/** By workload: of the content that the stack file asks for, whatever AMI it pins. None under base. */
export function wantedDigests(root: string, stack: string): Digests {
  return Object.fromEntries(
    planStack(root, stack).map(({ workload, images }) => [workload.name, images.at(-1)?.digest]),
  );
}

/** By workload: of what an update built. None for an AMI that the stack file pins: it may be anything. */
export function builtDigests(root: string, stack: string): Digests {
  return Object.fromEntries(
    planStack(root, stack).map(({ workload, settings, images }) => [
      workload.name,
      settings.imageId === undefined ? images.at(-1)?.digest : undefined,
    ]),
  );
}

function planStack(root: string, stack: string): WorkloadPlan[] {
  const config = loadCheckedStack(root, stack);
  const identity = { project: "bakeline", stack, environment: config.environment };
  return planWorkloads({ workloads, identity, config });
}
