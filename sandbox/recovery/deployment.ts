import * as z from "zod";

// What `pulumi stack export` prints, as far as recovery reads it; everything else is carried along untouched.
// https://github.com/pulumi/pulumi/blob/v3.220.0/sdk/go/common/apitype/core.go: DeploymentV3, ResourceV3

const ResourceState = z.looseObject({
  urn: z.string(),
  type: z.string(),
  /** The provider manages it; components have no id. */
  custom: z.boolean().optional(),
  id: z.string().optional(),
  inputs: z.record(z.string(), z.json()).optional(),
  /** Replaced already; the next update deletes it. */
  delete: z.boolean().optional(),
  /** Deleted already; its replacement was to be created next. */
  pendingReplacement: z.boolean().optional(),
  /** Read by `get`, managed by someone else. */
  external: z.boolean().optional(),
  parent: z.string().optional(),
  provider: z.string().optional(),
  dependencies: z.array(z.string()).nullish(),
  propertyDependencies: z.record(z.string(), z.array(z.string()).nullable()).nullish(),
  deletedWith: z.string().optional(),
});

/** A resource as the engine remembers it. */
export type ResourceState = z.infer<typeof ResourceState>;

const PendingOperation = z.looseObject({ type: z.string(), resource: ResourceState });

/** What the engine had begun and never heard the end of. */
export type PendingOperation = z.infer<typeof PendingOperation>;

const ExportedStack = z.looseObject({
  deployment: z
    .looseObject({
      resources: z.array(ResourceState).nullish(),
      pending_operations: z.array(PendingOperation).nullish(),
    })
    .nullish(),
});

/** The whole document of `pulumi stack export`. */
export type ExportedStack = z.infer<typeof ExportedStack>;

export function parseExportedStack(text: string): ExportedStack {
  return ExportedStack.parse(JSON.parse(text));
}

export function resourcesOf(stack: ExportedStack): readonly ResourceState[] {
  return stack.deployment?.resources ?? [];
}

export function pendingOperationsOf(stack: ExportedStack): readonly PendingOperation[] {
  return stack.deployment?.pending_operations ?? [];
}

/** What stands for something in the account: not components, not providers, not what others manage. */
export function isInAccount(resource: ResourceState): boolean {
  return resource.custom === true && !resource.type.startsWith("pulumi:") && resource.external !== true;
}

/** The resource's name: the last part of `urn:pulumi:<stack>::<project>::<types>::<name>`. */
export function nameOf(urn: string): string {
  return urn.slice(nthIndexOf(urn, "::", 3) + 2);
}

/** A name may contain `::` itself; the three parts before it may not. */
function nthIndexOf(text: string, part: string, n: number): number {
  let index = -1;
  for (let i = 0; i < n; i++) index = text.indexOf(part, index + 1);
  return index;
}
