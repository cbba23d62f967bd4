import type { ExportedStack, PendingOperation, ResourceState } from "../../../sandbox/recovery/deployment";

/** A resource of the stack dev as the engine's state holds it: `subnet` alone says type, name and id. */
export function state(name: string, rest: Partial<ResourceState> = {}): ResourceState {
  const type = rest.type ?? "aws:ec2/subnet:Subnet";
  return { urn: `urn:pulumi:dev::bakeline::${type}::${name}`, type, custom: true, ...rest };
}

export function pendingCreate(resource: ResourceState): PendingOperation {
  return { type: "creating", resource };
}

export function exported(resources: ResourceState[], pending: PendingOperation[] = []): ExportedStack {
  return { version: 3, deployment: { manifest: { magic: "m" }, resources, pending_operations: pending } };
}
