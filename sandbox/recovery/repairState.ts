import { type ExportedStack, pendingOperationsOf, type ResourceState, resourcesOf } from "./deployment";
import { isLive, type Recovery } from "./planRecovery";

/**
 * The state after the plan, for `pulumi stack import`. `refresh --import-pending-creates` was made for this, but
 * in engine 3.220 it marks the operation as `importing` and then drops it: the resource is in no state and the
 * exit code is 0 (cmd/pulumi/operations/refresh.go, backend/snapshot.go).
 */
export function repairState(exported: ExportedStack, plan: readonly Recovery[]): ExportedStack {
  const adopted = new Map<string, ResourceState>();
  const copies: ResourceState[] = [];
  for (const step of plan) {
    if (step.kind === "adopt") adopted.set(step.resource.urn, { ...step.resource, id: step.id });
    if (step.kind === "delete") copies.push({ ...step.resource, id: step.id, delete: true });
  }
  const resources = resourcesOf(exported);
  const isReplaced = ({ urn, delete: deleted }: ResourceState) => deleted !== true && adopted.has(urn);
  const live = [...resources.filter((r) => r.delete !== true && !isReplaced(r)), ...adopted.values()];
  const replaced = resources.filter((r) => isReplaced(r) && isLive(r)).map((r) => ({ ...r, delete: true }));
  return {
    ...exported,
    deployment: {
      ...exported.deployment,
      resources: [
        ...dependenciesFirst(live),
        ...replaced,
        ...resources.filter((r) => r.delete === true),
        ...copies,
      ],
      pending_operations: pendingOperationsOf(exported).filter(({ type }) => type !== "creating"),
    },
  };
}

/** The order that the engine demands of a state, and otherwise the order given. */
function dependenciesFirst(resources: readonly ResourceState[]): readonly ResourceState[] {
  const byUrn = new Map(resources.map((resource) => [resource.urn, resource]));
  const ordered = new Set<ResourceState>();
  const visit = (resource: ResourceState) => {
    if (visited.has(resource)) return;
    visited.add(resource);
    for (const urn of urnsBefore(resource)) {
      const before = byUrn.get(urn);
      if (before !== undefined) visit(before);
    }
    ordered.add(resource);
  };
  const visited = new Set<ResourceState>();
  for (const resource of resources) visit(resource);
  return [...ordered];
}

function urnsBefore(resource: ResourceState): readonly string[] {
  // A provider is referred to as `<urn>::<id>`.
  const provider = resource.provider?.slice(0, resource.provider.lastIndexOf("::"));
  const properties = Object.values(resource.propertyDependencies ?? {}).flatMap((urns) => urns ?? []);
  return [
    resource.parent,
    provider,
    resource.deletedWith,
    ...(resource.dependencies ?? []),
    ...properties,
  ].filter((urn) => urn !== undefined);
}
