import { SecurityGroup } from "@pulumi/aws/ec2";
import type * as pulumi from "@pulumi/pulumi";

/** A store's own group. It lets nobody in: each workload that uses the store brings its rule, and no store goes out. */
export function createStoreSecurityGroup(
  name: string,
  vpcId: pulumi.Input<string>,
  opts: pulumi.CustomResourceOptions,
): SecurityGroup {
  return new SecurityGroup(name, { vpcId, description: `Store ${name}`, tags: { Name: name } }, opts);
}
