import { PlacementGroup, type SecurityGroup } from "@pulumi/aws/ec2";
import { SecurityGroupEgressRule } from "@pulumi/aws/vpc";
import * as pulumi from "@pulumi/pulumi";
import { type HostPlanOf, isolatedBlocks } from "../../hosts/plan";
import type { Fleet } from "../fleet";
import { HostBase } from "./hostBase";
import { type HostContext, requireManagement, subnetFor } from "./hostContext";
import { createHostGroup } from "./hostGroup";
import { createHostSecurityGroup, type HostRule, toAws } from "./hostSecurityGroup";

export interface DualHomedFleetArgs {
  readonly context: HostContext;
  readonly plan: HostPlanOf<"dualHomed">;
  /** By the workload's name. */
  readonly fleets: ReadonlyMap<string, Fleet>;
}

/** A group in each zone, whose instances are called by one interface and reach their database by the other. */
export class DualHomedFleet extends pulumi.ComponentResource {
  constructor(name: string, args: DualHomedFleetArgs, opts?: pulumi.ComponentResourceOptions) {
    super("bakeline:compute:DualHomedFleet", name, {}, opts);
    const parent = { parent: this };
    const { context, plan } = args;
    const { host, settings } = plan;

    const workload = this.createWorkloadGroup(name, args);
    const management = createHostSecurityGroup(
      `${name}-management`,
      {
        vpcId: context.network.vpcId,
        description: `Management interfaces of ${name}`,
        rules: host.databasePorts.flatMap((port) =>
          isolatedBlocks(context.config).map(
            (cidrBlock, index): HostRule => ({
              name: `${name}-to-databases-${port}-${index + 1}`,
              direction: "out",
              protocol: "tcp",
              port,
              peer: { cidrBlock },
            }),
          ),
        ),
      },
      parent,
    );
    const base = new HostBase(name, { context, plan }, parent);
    const profile = base.createProfile(name, [], parent);
    for (const [index, zone] of settings.zones.entries()) {
      const groupName = `${name}-${index + 1}`;
      const placementGroup =
        settings.placement === "none"
          ? undefined
          : new PlacementGroup(
              groupName,
              { strategy: settings.placement, tags: { Name: groupName } },
              parent,
            );
      createHostGroup(
        groupName,
        {
          ...{ context, plan, base, profile, zone },
          interfaces: [
            {
              subnetId: subnetFor(context, "private", zone),
              securityGroupIds: [workload.id],
              secondaryAddresses: settings.secondaryAddresses,
            },
            {
              subnetId: requireManagement(context.management).subnetIn(zone),
              securityGroupIds: [management.id],
            },
          ],
          ...(placementGroup === undefined ? {} : { placementGroup: placementGroup.name }),
          minSize: settings.minSizePerZone,
          maxSize: settings.maxSizePerZone,
          keptWhileReplacing: 100,
        },
        parent,
      );
    }
    this.registerOutputs({});
  }

  /** In from the workloads that may call it, which in turn may now reach it. */
  private createWorkloadGroup(name: string, { context, plan, fleets }: DualHomedFleetArgs): SecurityGroup {
    const { host } = plan;
    const callers = host.callers.map((caller) => {
      const fleet = fleets.get(caller);
      if (fleet === undefined)
        throw new Error(
          `host ${name}: expected callers among the workloads, got ${caller}; correct infra/hosts`,
        );
      return { caller, securityGroupId: fleet.securityGroupId };
    });
    const group = createHostSecurityGroup(
      name,
      {
        vpcId: context.network.vpcId,
        description: `Workload interfaces of ${name}`,
        rules: [
          ...callers.map(
            ({ caller, securityGroupId }): HostRule => ({
              name: `${name}-from-${caller}`,
              direction: "in",
              protocol: "tcp",
              port: host.port,
              peer: { securityGroupId },
            }),
          ),
          toAws(name),
        ],
      },
      { parent: this },
    );
    for (const { caller, securityGroupId } of callers)
      new SecurityGroupEgressRule(
        `${caller}-to-${name}`,
        {
          securityGroupId,
          referencedSecurityGroupId: group.id,
          ipProtocol: "tcp",
          fromPort: host.port,
          toPort: host.port,
          description: `${caller} calls ${name}`,
          tags: { Name: `${caller}-to-${name}` },
        },
        { parent: this },
      );
    return group;
  }
}
