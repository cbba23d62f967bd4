import * as pulumi from "@pulumi/pulumi";
import type { HostPlanOf } from "../../hosts/plan";
import { HostBase } from "./hostBase";
import type { HostContext } from "./hostContext";
import { createHostGroup } from "./hostGroup";
import { createIdentity, createServiceGroup, ownInterfaces } from "./identity";
import { planAttachGrants } from "./interfaceGrants";

export interface LicensedHostArgs {
  readonly context: HostContext;
  readonly plan: HostPlanOf<"licensed">;
}

/**
 * A group of one, and the interface whose MAC address the licence names. Auto Scaling ends the old instance before it
 * launches the next, which attaches the interface when it boots: EC2 gives it to one instance at a time, so the licence
 * is never in use twice.
 */
export class LicensedHost extends pulumi.ComponentResource {
  constructor(name: string, { context, plan }: LicensedHostArgs, opts?: pulumi.ComponentResourceOptions) {
    super("bakeline:compute:LicensedHost", name, {}, opts);
    const parent = { parent: this };
    const { settings } = plan;
    const { zone, managementInterface } = settings;
    const { stack } = context.identity;

    const securityGroupId = createServiceGroup(name, context, plan, parent);
    const identity = createIdentity(
      name,
      context,
      { zone, settings: settings.interface, securityGroupId, sourceDestCheck: true },
      parent,
    );
    const base = new HostBase(name, { context, plan }, parent);
    const grants = pulumi
      .all([context.account, identity.arn])
      .apply(([account, interfaceArn]) => planAttachGrants({ account, stack, host: name, interfaceArn }));
    const profile = base.createProfile(name, grants, parent);
    createHostGroup(
      name,
      {
        ...{ context, plan, base, profile, zone },
        interfaces: ownInterfaces(context, zone, securityGroupId, managementInterface),
        interfaceId: identity.id,
        ...{ minSize: 1, maxSize: 1, keptWhileReplacing: 0 },
      },
      parent,
    );
    this.registerOutputs({});
  }
}
