import { type NetworkInterface, Route } from "@pulumi/aws/ec2";
import * as pulumi from "@pulumi/pulumi";
import type { FunctionBundle } from "../../functions/bundle";
import type { HostPlanOf } from "../../hosts/plan";
import { ApplianceFailOver } from "./applianceFailOver";
import { HostBase } from "./hostBase";
import { type HostContext, subnetFor } from "./hostContext";
import { createHostGroup } from "./hostGroup";
import { createHostInterface } from "./hostInterface";
import { createHostSecurityGroup } from "./hostSecurityGroup";
import { ownInterfaces } from "./identity";
import { planAttachGrants } from "./interfaceGrants";

export interface ApplianceArgs {
  readonly context: HostContext;
  readonly plan: HostPlanOf<"appliance">;
  /** infra/functions/appliance. */
  readonly failOver: FunctionBundle;
}

/**
 * Two members in two zones, each a group of one with an interface of its own that forwards, and routes that lead to one
 * of them. A function leads them to the other when their member fails.
 */
export class Appliance extends pulumi.ComponentResource {
  constructor(name: string, args: ApplianceArgs, opts?: pulumi.ComponentResourceOptions) {
    super("bakeline:compute:Appliance", name, {}, opts);
    const parent = { parent: this };
    const { context, plan } = args;
    const { settings } = plan;
    const vpcBlock = context.config.network.cidrBlock;

    const securityGroupId = createHostSecurityGroup(
      name,
      {
        vpcId: context.network.vpcId,
        description: `Interfaces of ${name}`,
        rules: [
          // What it forwards has neither its address nor its ports.
          { name: `${name}-from-vpc`, direction: "in", protocol: "-1", peer: { cidrBlock: vpcBlock } },
          { name: `${name}-to-internet`, direction: "out", protocol: "-1", peer: { cidrBlock: "0.0.0.0/0" } },
        ],
      },
      parent,
    ).id;
    const base = new HostBase(name, { context, plan }, parent);
    const members = settings.zones.map((zone, index) =>
      this.createMember(`${name}-${index + 1}`, args, { base, zone, index, securityGroupId }),
    );
    const [first] = members;
    if (first === undefined) throw new Error(`host ${name}: expected zones, got none`);
    this.createRoutes(name, context, settings.destinationCidrBlocks, first);
    new ApplianceFailOver(name, { ...args, members }, parent);
    this.registerOutputs({});
  }

  private createMember(
    name: string,
    { context, plan }: ApplianceArgs,
    place: {
      readonly base: HostBase;
      readonly zone: string;
      readonly index: number;
      readonly securityGroupId: pulumi.Input<string>;
    },
  ): NetworkInterface {
    const parent = { parent: this };
    const { base, zone, index, securityGroupId } = place;
    const { settings, host } = plan;
    const { stack } = context.identity;
    const privateIp = settings.privateIps[index];
    const forwarding = createHostInterface(
      name,
      {
        subnetId: subnetFor(context, "private", zone),
        securityGroupIds: [securityGroupId],
        settings: {
          ...(privateIp === undefined ? {} : { privateIp }),
          secondaryPrivateIps: [],
          elasticIps: [],
        },
        sourceDestCheck: false,
        description: `What ${name} forwards`,
      },
      parent,
    );
    const grants = pulumi
      .all([context.account, forwarding.arn])
      .apply(([account, interfaceArn]) =>
        planAttachGrants({ account, stack, host: host.name, interfaceArn }),
      );
    const profile = base.createProfile(name, grants, parent);
    createHostGroup(
      name,
      {
        ...{ context, plan, base, profile, zone },
        interfaces: ownInterfaces(context, zone, securityGroupId, settings.managementInterface),
        interfaceId: forwarding.id,
        ...{ minSize: 1, maxSize: 1, keptWhileReplacing: 0 },
      },
      parent,
    );
    return forwarding;
  }

  /** In each zone's private table. Where they lead from then on is for the function to say, not for the next update. */
  private createRoutes(
    name: string,
    { config, network }: HostContext,
    destinations: readonly string[],
    { id: networkInterfaceId }: NetworkInterface,
  ): void {
    for (const zoneIndex of config.network.availabilityZones.keys())
      for (const [index, destinationCidrBlock] of destinations.entries())
        new Route(
          `${name}-${zoneIndex + 1}-${index + 1}`,
          {
            routeTableId: network.privateRouteTableIds.apply((ids) => ids[zoneIndex] ?? ""),
            destinationCidrBlock,
            networkInterfaceId,
          },
          { parent: this, ignoreChanges: ["networkInterfaceId"] },
        );
  }
}
