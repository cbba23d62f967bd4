import { isRecord } from "../carriers/pulumiValue";
import type { DescribedResource } from "./resource";

/**
 * The resources in what Pulumi writes: `pulumi stack export`, `pulumi preview --json` and its streaming form, and
 * `--save-plan`. Undefined for anything else.
 */
export function pulumiResources(document: unknown): DescribedResource[] | undefined {
  if (!isRecord(document)) return undefined;
  const deployment = isRecord(document.deployment) ? document.deployment : undefined;
  if (Array.isArray(deployment?.resources)) return deployment.resources.flatMap(ofState);
  if (Array.isArray(document.steps)) return document.steps.flatMap(ofStep);
  if (isRecord(document.resourcePlans)) return Object.entries(document.resourcePlans).flatMap(ofPlan);
  return undefined;
}

/** One line of the streaming form; undefined for a line that is no engine event. */
export function eventResources(event: unknown): DescribedResource[] | undefined {
  if (!isRecord(event) || typeof event.sequence !== "number") return undefined;
  const metadata = isRecord(event.resourcePreEvent) ? event.resourcePreEvent.metadata : undefined;
  if (!isRecord(metadata)) return [];
  return isDelete(metadata.op) ? [] : ofState(metadata.new);
}

/** Inputs, and what only outputs show: an instance that was imported has its user data there. */
function ofState(state: unknown): DescribedResource[] {
  if (!isRecord(state) || typeof state.urn !== "string" || typeof state.type !== "string") return [];
  const outputs = isRecord(state.outputs) ? state.outputs : {};
  const inputs = isRecord(state.inputs) ? state.inputs : {};
  return [{ type: state.type, name: state.urn, properties: { ...outputs, ...inputs } }];
}

function ofStep(step: unknown): DescribedResource[] {
  return isRecord(step) && !isDelete(step.op) ? ofState(step.newState) : [];
}

function isDelete(op: unknown): boolean {
  return typeof op === "string" && /^(?:delete|discard|read-discard)/.test(op);
}

/** The type of a resource is the last but one piece of its URN, behind the types that it is nested in. */
function ofPlan([urn, plan]: [string, unknown]): DescribedResource[] {
  const goal = isRecord(plan) ? plan.goal : undefined;
  const type = urn.split("::")[2]?.split("$").at(-1);
  if (!isRecord(goal) || type === undefined) return [];
  const diff = isRecord(goal.inputDiff) ? goal.inputDiff : {};
  const adds = isRecord(diff.adds) ? diff.adds : {};
  const updates = isRecord(diff.updates) ? diff.updates : {};
  return [{ type, name: urn, properties: { ...adds, ...updates } }];
}
