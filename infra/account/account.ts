import { getCallerIdentityOutput } from "@pulumi/aws/getCallerIdentity";
import type * as pulumi from "@pulumi/pulumi";
import { partitionOf } from "../config/awsRegions";

/** Where the estate lives, as the ARNs in its policies need to know it. */
export interface Account {
  /** 12 digits. */
  readonly id: string;
  readonly region: string;
  /** The second part of every ARN. */
  readonly partition: string;
}

/**
 * The account of the provider's credentials. One call for the whole estate, whatever its size.
 * @throws Error for a region that infra/config does not know
 */
export function lookUpAccount(region: string, opts: pulumi.InvokeOutputOptions): pulumi.Output<Account> {
  const partition = partitionOf(region);
  if (partition === undefined)
    throw new Error(
      `region: expected one of infra/config/awsRegions.ts, got ${JSON.stringify(region)}; add it there`,
    );
  return getCallerIdentityOutput({}, opts).apply(({ accountId }) => ({ id: accountId, region, partition }));
}
