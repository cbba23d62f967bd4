import { InstanceProfile as Profile, Role, RolePolicy } from "@pulumi/aws/iam";
import * as pulumi from "@pulumi/pulumi";
import { type PolicyStatement, renderPolicy, renderTrust } from "../account/policyDocument";

export interface InstanceProfileArgs {
  /** All that its instances may do, whatever else they are granted comes in here too. */
  readonly statements: pulumi.Input<readonly PolicyStatement[]>;
}

/** The identity of a fleet's instances. One each, so that what one workload is granted no other has. */
export class InstanceProfile extends pulumi.ComponentResource {
  readonly arn: pulumi.Output<string>;
  /** Known once the role may do what it is granted. */
  readonly profileName: pulumi.Output<string>;

  constructor(name: string, { statements }: InstanceProfileArgs, opts?: pulumi.ComponentResourceOptions) {
    super("bakeline:compute:InstanceProfile", name, {}, opts);
    const parent = { parent: this };
    const tags = { Name: name };

    const role = new Role(name, { assumeRolePolicy: renderTrust("ec2.amazonaws.com"), tags }, parent);
    const granted = new RolePolicy(
      name,
      { name: "instance", role: role.name, policy: pulumi.output(statements).apply(renderPolicy) },
      parent,
    );
    const profile = new Profile(name, { role: role.name, tags }, { ...parent, dependsOn: granted });

    this.arn = profile.arn;
    this.profileName = profile.name;
    this.registerOutputs({ arn: this.arn, profileName: this.profileName });
  }
}
