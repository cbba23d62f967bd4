import type { ImagePlan } from "../infra/images/imagePlan";
import { workloads } from "../infra/workloads";
import { loadCheckedStack } from "../infra/workloads/checkedStack";
import { planWorkloads } from "../infra/workloads/plan";

/** The images that the tiers of a stack need, from its file alone. @throws StackConfigError */
export function planStackImages(root: string, stack: string): ImagePlan[] {
  const config = loadCheckedStack(root, stack);
  const identity = { project: "bakeline", stack, environment: config.environment };
  return planWorkloads({ workloads, identity, config }).flatMap(({ images }) => images);
}
