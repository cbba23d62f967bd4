/** Which estate a resource belongs to. */
export interface EstateIdentity {
  readonly project: string;
  /** Pulumi's stack. Unlike the environment it is unique in an account: two people may each run a dev. */
  readonly stack: string;
  readonly environment: string;
}

/** A fixed set of tags. A type alias, because an interface has no index signature for Pulumi's tag maps. */
export type Tags = Readonly<Record<string, string>>;

/**
 * On every taggable resource, through the provider's default tags. With the tag `Name` (always the Pulumi
 * resource name) and the resource's type they say which resource of which stack something in the account is.
 */
export function estateTags({ project, stack, environment }: EstateIdentity): Tags {
  return { "bakeline:project": project, "bakeline:stack": stack, "bakeline:environment": environment };
}

/**
 * On what stays in the account when the program no longer names it, and goes with something else: recovery takes it for
 * no orphan.
 */
export const keptTag = "bakeline:kept-until";

/**
 * On what Auto Scaling and EC2 create for a workload: the group, its instances, volumes and interfaces. The
 * provider's default tags never reach those, so the estate's are repeated here.
 * `role` and `environment` are what an instance reads about itself from its metadata.
 */
export function hostTags(identity: EstateIdentity, workload: { name: string; role: string }): Tags {
  return {
    ...estateTags(identity),
    Name: workload.name,
    environment: identity.environment,
    role: workload.role,
    stack: identity.stack,
    workload: workload.name,
  };
}
