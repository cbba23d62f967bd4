import { User, UserGroup } from "@pulumi/aws/elasticache";
import type * as pulumi from "@pulumi/pulumi";
import type { WorkloadUse } from "../connection";
import { storeName } from "../storeName";
import { accessString } from "./plan";

export interface CacheUsersArgs {
  readonly stack: string;
  readonly engine: "valkey" | "redis";
  readonly uses: readonly WorkloadUse[];
}

/** The id, and so the name, of a workload's user: ElastiCache wants both alike where IAM says who logs in. */
export function cacheUserId(stack: string, store: string, workload: string): string {
  return storeName(stack, `${store}-${workload}`);
}

/**
 * A user for each workload, with what that workload may do. It has no password: IAM says who may log in as it, by a token
 * that the workload signs and that lasts for 15 minutes, so that there is nothing to keep, to rotate or to lose.
 * https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/auth-iam.html, 2026-11
 * @returns the id of the group that they are in
 */
export function createCacheUsers(
  store: string,
  args: CacheUsersArgs,
  opts: pulumi.CustomResourceOptions,
): pulumi.Output<string> {
  const { stack, engine, uses } = args;
  const users = uses.map(({ workload, access }) => {
    const userId = cacheUserId(stack, store, workload);
    const name = `${store}-${workload}`;
    return new User(
      name,
      {
        userId,
        userName: userId,
        engine,
        accessString: accessString(access),
        authenticationMode: { type: "iam" },
        tags: { Name: name },
      },
      opts,
    );
  });
  const off = engine === "redis" ? [createDefaultUser(store, args, opts)] : [];
  return new UserGroup(
    store,
    {
      userGroupId: storeName(stack, store),
      engine,
      userIds: [...off, ...users].map(({ userId }) => userId),
      tags: { Name: store },
    },
    opts,
  ).userGroupId;
}

/** Redis lets everybody in as `default`, and a group must have it: here it can do nothing. */
function createDefaultUser(
  store: string,
  { stack, engine }: CacheUsersArgs,
  opts: pulumi.CustomResourceOptions,
) {
  const name = `${store}-default`;
  return new User(
    name,
    {
      userId: storeName(stack, name),
      userName: "default",
      engine,
      accessString: "off ~* -@all",
      noPasswordRequired: true,
      tags: { Name: name },
    },
    opts,
  );
}
