import { InstanceProfile as Profile, Role, RolePolicy, RolePolicyAttachment } from "@pulumi/aws/iam";
import * as pulumi from "@pulumi/pulumi";
import type { Account } from "../account/account";
import { type PolicyStatement, renderPolicy, renderTrust } from "../account/policyDocument";

export interface InstanceProfileArgs {
  readonly account: pulumi.Output<Account>;
  /** AWS's own policies, by what they are for. */
  readonly managedPolicies: Readonly<Record<string, string>>;
  /** What its instances may do besides, and what of AWS's policies they may not. */
  readonly statements: pulumi.Input<readonly PolicyStatement[]>;
}

/** The identity of a fleet's instances. One each, so that what one workload is granted no other has. */
export class InstanceProfile extends pulumi.ComponentResource {
  readonly arn: pulumi.Output<string>;
  /** Known once the role may do what it is granted. */
  readonly profileName: pulumi.Output<string>;

  constructor(name: string, args: InstanceProfileArgs, opts?: pulumi.ComponentResourceOptions) {
    super("bakeline:compute:InstanceProfile", name, {}, opts);
    const parent = { parent: this };
    const { account, managedPolicies, statements } = args;
    const tags = { Name: name };

    const role = new Role(name, { assumeRolePolicy: renderTrust("ec2.amazonaws.com"), tags }, parent);
    const granted = new RolePolicy(
      name,
      { name: "instance", role: role.name, policy: pulumi.output(statements).apply(renderPolicy) },
      parent,
    );
    const attached = Object.entries(managedPolicies).map(
      ([purpose, policy]) =>
        new RolePolicyAttachment(
          `${name}-${purpose}`,
          {
            role: role.name,
            policyArn: account.apply(({ partition }) => `arn:${partition}:iam::aws:policy/${policy}`),
          },
          // What it shall not grant is denied before it grants anything.
          { ...parent, dependsOn: granted },
        ),
    );
    const profile = new Profile(
      name,
      { role: role.name, tags },
      { ...parent, dependsOn: [granted, ...attached] },
    );

    this.arn = profile.arn;
    this.profileName = profile.name;
    this.registerOutputs({ arn: this.arn, profileName: this.profileName });
  }
}
