import { InstanceProfile as Profile, Role, RolePolicyAttachment } from "@pulumi/aws/iam";
import * as pulumi from "@pulumi/pulumi";
import type { Account } from "../account/account";
import { renderTrust } from "../account/policyDocument";

export interface InstanceProfileArgs {
  readonly account: pulumi.Output<Account>;
}

/** What every instance may do: send logs and metrics, and be reached by Session Manager and Run Command. */
const managedPolicies = {
  "cloudwatch-agent": "CloudWatchAgentServerPolicy",
  ssm: "AmazonSSMManagedInstanceCore",
} as const;

/** The identity of a fleet's instances. One each, so that what one workload is granted no other has. */
export class InstanceProfile extends pulumi.ComponentResource {
  readonly arn: pulumi.Output<string>;
  /** The role to grant more to. */
  readonly roleName: pulumi.Output<string>;

  constructor(name: string, { account }: InstanceProfileArgs, opts?: pulumi.ComponentResourceOptions) {
    super("bakeline:compute:InstanceProfile", name, {}, opts);
    const parent = { parent: this };
    const tags = { Name: name };

    const role = new Role(name, { assumeRolePolicy: renderTrust("ec2.amazonaws.com"), tags }, parent);
    for (const [suffix, policy] of Object.entries(managedPolicies))
      new RolePolicyAttachment(
        `${name}-${suffix}`,
        {
          role: role.name,
          policyArn: account.apply(({ partition }) => `arn:${partition}:iam::aws:policy/${policy}`),
        },
        parent,
      );
    const profile = new Profile(name, { role: role.name, tags }, parent);

    this.arn = profile.arn;
    this.roleName = role.name;
    this.registerOutputs({ arn: this.arn, roleName: this.roleName });
  }
}
