import { DefaultSecurityGroup, type RouteTable } from "@pulumi/aws/ec2";
import { Vpc } from "@pulumi/awsx/ec2";
import * as pulumi from "@pulumi/pulumi";
import type { Account } from "../account/account";
import type { NetworkConfig } from "../config/sections/network";
import { FlowLogs } from "./flowLogs";
import { createGatewayEndpoints } from "./gatewayEndpoints";
import { planSubnets } from "./subnetPlan";

export interface NetworkArgs {
  readonly account: pulumi.Output<Account>;
  readonly region: string;
  readonly config: NetworkConfig;
  readonly flowLogGroupName: string;
  /** Encrypts the flow logs. */
  readonly logKeyArn: pulumi.Input<string>;
}

const natGatewayStrategies = { single: "Single", "one-per-zone": "OnePerAz" } as const;

/**
 * A VPC with a public and a private subnet in each zone. Instances belong into the private ones; load balancers
 * and NAT gateways stand in the public ones.
 *
 * `config.availabilityZones` grows at its end only: awsx names subnets by their place in it, and a subnet that
 * changes its zone is replaced.
 */
export class Network extends pulumi.ComponentResource {
  readonly vpcId: pulumi.Output<string>;
  readonly publicSubnetIds: pulumi.Output<string[]>;
  readonly privateSubnetIds: pulumi.Output<string[]>;

  constructor(name: string, args: NetworkArgs, opts?: pulumi.ComponentResourceOptions) {
    super("bakeline:network:Network", name, {}, opts);
    const parent = { parent: this };
    const { account, region, config } = args;

    const vpc = new Vpc(name, planVpc(config), { ...parent, transforms: [withoutPublicAddresses] });
    const { vpcId } = vpc;
    closeDefaultSecurityGroup(`${name}-default`, vpcId, parent);
    createGatewayEndpoints(
      name,
      { region, vpcId, routeTableIds: privateRouteTableIds(vpc.routeTables) },
      parent,
    );
    new FlowLogs(
      `${name}-flow-logs`,
      {
        account,
        vpcId,
        logGroupName: args.flowLogGroupName,
        retentionInDays: config.flowLogRetentionDays,
        kmsKeyArn: args.logKeyArn,
      },
      parent,
    );

    this.vpcId = vpcId;
    this.publicSubnetIds = vpc.publicSubnetIds;
    this.privateSubnetIds = vpc.privateSubnetIds;
    this.registerOutputs({
      vpcId: this.vpcId,
      publicSubnetIds: this.publicSubnetIds,
      privateSubnetIds: this.privateSubnetIds,
    });
  }
}

/** The arguments of awsx's VPC. */
export function planVpc({ cidrBlock, availabilityZones, natGateways }: NetworkConfig) {
  return {
    cidrBlock,
    // Interface endpoints and private hosted zones answer by name only with both.
    enableDnsHostnames: true,
    enableDnsSupport: true,
    availabilityZoneNames: [...availabilityZones],
    natGateways: { strategy: natGatewayStrategies[natGateways] },
    subnetStrategy: "Auto" as const,
    ...planSubnets(cidrBlock),
  };
}

/**
 * awsx has its public subnets give every instance a public address, and has no setting for it. Load balancers and
 * NAT gateways, which are all that stands there, bring their own.
 */
export const withoutPublicAddresses: pulumi.ResourceTransform = ({ type, props, opts }) =>
  type === "aws:ec2/subnet:Subnet" ? { props: { ...props, mapPublicIpOnLaunch: false }, opts } : undefined;

/** A VPC's default group lets its members talk to each other and to everyone. It cannot be deleted, only emptied. */
function closeDefaultSecurityGroup(
  name: string,
  vpcId: pulumi.Input<string>,
  opts: pulumi.CustomResourceOptions,
) {
  return new DefaultSecurityGroup(name, { vpcId, ingress: [], egress: [], tags: { Name: name } }, opts);
}

/** awsx hands out all its route tables in one list, told apart by the tag it sets on each. */
function privateRouteTableIds(routeTables: pulumi.Output<RouteTable[]>): pulumi.Output<string[]> {
  return routeTables
    .apply((tables) => pulumi.all(tables.map(({ id, tags }) => ({ id, tags }))))
    .apply((tables) => tables.filter(({ tags }) => tags?.SubnetType === "Private").map(({ id }) => id));
}
