import { NetworkAcl, RouteTable, RouteTableAssociation, Subnet } from "@pulumi/aws/ec2";
import * as pulumi from "@pulumi/pulumi";
import type { NetworkConfig } from "../config/sections/network";
import { planZoneBlocks } from "./zoneBlocks";

export interface ManagementNetworkArgs {
  readonly vpcId: pulumi.Input<string>;
  readonly config: Pick<NetworkConfig, "cidrBlock" | "availabilityZones">;
}

/** A rule of an ACL, before it has its number and direction. */
interface AclRule {
  readonly protocol: "-1" | "tcp";
  readonly fromPort: number;
  readonly toPort: number;
  readonly cidrBlock: string;
}

/**
 * What passes the edge of a management subnet: all within the management network; to databases, connections to any port,
 * and from there answers alone, which an ACL knows by their port. Nothing else: neither workload subnets nor the internet.
 */
function planManagementAcl({ cidrBlock, availabilityZones }: ManagementNetworkArgs["config"]): {
  ingress: AclRule[];
  egress: AclRule[];
} {
  const zones = availabilityZones.map((_, index) => planZoneBlocks(cidrBlock, index));
  const within = zones.map(
    ({ management }): AclRule => ({ protocol: "-1", fromPort: 0, toPort: 0, cidrBlock: management }),
  );
  const databases = (fromPort: number) =>
    zones.map(
      ({ isolated }): AclRule => ({ protocol: "tcp", fromPort, toPort: 65_535, cidrBlock: isolated }),
    );
  return { ingress: [...within, ...databases(1024)], egress: [...within, ...databases(1)] };
}

/**
 * The network apart by which people and databases are reached: a subnet a zone, without a route out of the VPC. Not of
 * awsx, whose lists of private and isolated subnets are for workloads and databases.
 */
export class ManagementNetwork extends pulumi.ComponentResource {
  private readonly subnetIds: ReadonlyMap<string, pulumi.Output<string>>;

  constructor(name: string, args: ManagementNetworkArgs, opts?: pulumi.ComponentResourceOptions) {
    super("bakeline:network:ManagementNetwork", name, {}, opts);
    const parent = { parent: this };
    const { vpcId, config } = args;

    const routeTable = new RouteTable(name, { vpcId, tags: { Name: name } }, parent);
    const subnets = config.availabilityZones.map((availabilityZone, index) => {
      const subnetName = `${name}-${index + 1}`;
      const subnet = new Subnet(
        subnetName,
        {
          vpcId,
          availabilityZone,
          cidrBlock: planZoneBlocks(config.cidrBlock, index).management,
          tags: { Name: subnetName, SubnetType: "Management" },
        },
        parent,
      );
      new RouteTableAssociation(subnetName, { subnetId: subnet.id, routeTableId: routeTable.id }, parent);
      return [availabilityZone, subnet.id] as const;
    });
    const number = (rules: readonly AclRule[]) =>
      rules.map((rule, index) => ({ ruleNo: 100 + 10 * index, action: "allow", ...rule }));
    const { ingress, egress } = planManagementAcl(config);
    new NetworkAcl(
      name,
      {
        vpcId,
        subnetIds: subnets.map(([, id]) => id),
        ingress: number(ingress),
        egress: number(egress),
        tags: { Name: name },
      },
      parent,
    );

    this.subnetIds = new Map(subnets);
    this.registerOutputs({});
  }

  /** @throws Error for a zone that the network does not have */
  subnetIn(zone: string): pulumi.Output<string> {
    const id = this.subnetIds.get(zone);
    if (id === undefined)
      throw new Error(`${zone}: expected a zone of network.availabilityZones, got another`);
    return id;
  }
}
