import { tokens } from "../types/tokens";
import type { Properties, Value } from "../values";
import type { ComponentPlan, PlannedResource, Reference } from "./plan";
import { defaultSpecs, layOutSubnets, type PlannedSubnet, type SubnetType } from "./subnetLayout";
import { mergeTags } from "./tags";
import type { NatGatewayStrategy, VpcArgs } from "./vpcArgs";

/** Everywhere. */
const INTERNET = "0.0.0.0/0";

/** Within a zone: a private subnet's route needs the NAT gateway that stands in the public one. */
const order: readonly SubnetType[] = ["Public", "Private", "Isolated"];

/**
 * Everything that `awsx.ec2.Vpc` makes, with the names and tags that awsx 3 gives (awsx/ec2/vpc.ts of
 * pulumi/pulumi-awsx): all of it under the VPC, each subnet's route table under the subnet, its routes under the table.
 * @throws Error when the subnets do not fit, or the NAT gateways have no place
 */
export function planVpc(name: string, args: VpcArgs, availabilityZones: readonly string[]): ComponentPlan {
  const { cidrBlock, availabilityZoneCidrMask, natGateways, tags } = args;
  const specs =
    args.subnetSpecs ?? defaultSpecs(cidrBlock, availabilityZones.length, availabilityZoneCidrMask);
  const layout = layOutSubnets({
    vpcName: name,
    cidrBlock,
    availabilityZones,
    ...(availabilityZoneCidrMask === undefined ? {} : { availabilityZoneCidrMask }),
    specs,
  });
  const subnets = layout
    .filter(({ type }) => type !== "Unused")
    .sort(
      (a, b) =>
        availabilityZones.indexOf(a.availabilityZone) - availabilityZones.indexOf(b.availabilityZone) ||
        order.indexOf(a.type) - order.indexOf(b.type),
    );
  requireNatPlaces(
    natGateways.strategy,
    natGateways.elasticIpAllocationIds.length,
    availabilityZones,
    subnets,
  );

  const sharedTags = mergeTags({ Name: name }, tags);
  const vpc = plan(tokens.vpc, name, undefined, { ...args.vpcInputs, cidrBlock, tags: sharedTags });
  const gateway = plan(tokens.internetGateway, name, vpc, { tags: sharedTags }, { vpcId: idOf(vpc) });
  const endpoints = args.vpcEndpointSpecs.map((spec) => ({
    ...plan(tokens.vpcEndpoint, String(spec.serviceName), vpc, spec, { vpcId: idOf(vpc) }),
    from: ["vpcEndpointSpecs"],
  }));

  const made = new Map<string, PlannedResource>();
  const nats: PlannedResource[] = [];
  for (const subnet of subnets) {
    const zone = availabilityZones.indexOf(subnet.availabilityZone);
    const rows = planSubnet(subnet, vpc, sharedTags);
    const needsNat = subnet.type === "Public" && nats.length < natCount(natGateways.strategy, zone + 1);
    const natRows = needsNat ? planNat(`${name}-${zone + 1}`, rows.subnet, args, zone) : [];
    nats.push(...natRows.filter(({ token }) => token === tokens.natGateway));
    const nat = natGateways.strategy === "Single" ? nats[0] : nats[zone];
    const route = planRoute(subnet, rows.routeTable, gateway, nat);
    for (const row of [rows.subnet, rows.routeTable, rows.association, ...natRows, ...route])
      made.set(row.key, row);
  }

  const resources = [vpc, gateway, ...endpoints, ...made.values()];
  const keysOf = (token: string) => resources.filter((row) => row.token === token).map(({ key }) => key);
  const subnetKeys = (type: SubnetType) =>
    subnets.filter((subnet) => subnet.type === type).map((subnet) => keyOf(tokens.subnet, subnet.name));
  return {
    resources,
    outputs: {
      vpc: { kind: "resource", key: vpc.key },
      vpcId: { kind: "id", key: vpc.key },
      internetGateway: { kind: "resource", key: gateway.key },
      subnets: { kind: "resources", keys: keysOf(tokens.subnet) },
      publicSubnets: { kind: "resources", keys: subnetKeys("Public") },
      privateSubnets: { kind: "resources", keys: subnetKeys("Private") },
      isolatedSubnets: { kind: "resources", keys: subnetKeys("Isolated") },
      publicSubnetIds: { kind: "ids", keys: subnetKeys("Public") },
      privateSubnetIds: { kind: "ids", keys: subnetKeys("Private") },
      isolatedSubnetIds: { kind: "ids", keys: subnetKeys("Isolated") },
      routeTables: { kind: "resources", keys: keysOf(tokens.routeTable) },
      routeTableAssociations: { kind: "resources", keys: keysOf(tokens.routeTableAssociation) },
      routes: { kind: "resources", keys: keysOf(tokens.route) },
      natGateways: { kind: "resources", keys: keysOf(tokens.natGateway) },
      eips: { kind: "resources", keys: keysOf(tokens.eip) },
      vpcEndpoints: { kind: "resources", keys: keysOf(tokens.vpcEndpoint) },
      subnetLayout: { kind: "value", value: specs.map(({ tags: _, ...spec }) => ({ ...spec })) },
    },
  };
}

function planSubnet(subnet: PlannedSubnet, vpc: PlannedResource, sharedTags: Value) {
  const { name, type, availabilityZone, cidrBlock } = subnet;
  const own = { Name: name, SubnetType: type };
  const row = {
    ...plan(
      tokens.subnet,
      name,
      vpc,
      {
        availabilityZone,
        mapPublicIpOnLaunch: type === "Public",
        cidrBlock,
        tags: mergeTags(sharedTags, subnet.tags, own),
      },
      { vpcId: idOf(vpc) },
    ),
    from: ["subnetSpecs"],
  };
  const routeTable = plan(
    tokens.routeTable,
    name,
    row,
    { tags: mergeTags(sharedTags, own) },
    { vpcId: idOf(vpc) },
  );
  const association = plan(
    tokens.routeTableAssociation,
    name,
    routeTable,
    {},
    {
      routeTableId: idOf(routeTable),
      subnetId: idOf(row),
    },
  );
  return { subnet: row, routeTable, association };
}

function planNat(
  name: string,
  subnet: PlannedResource,
  { tags, natGateways }: VpcArgs,
  zone: number,
): readonly PlannedResource[] {
  const named = { tags: mergeTags(tags, { Name: name }) };
  const allocationId = natGateways.elasticIpAllocationIds[zone];
  const references = { subnetId: idOf(subnet) };
  if (allocationId !== undefined) {
    const nat = plan(tokens.natGateway, name, subnet, { ...named, allocationId }, references);
    return [{ ...nat, from: ["natGateways"] }];
  }
  const eip = plan(tokens.eip, name, subnet, named);
  const allocation: Reference = { key: eip.key, output: "allocationId" };
  return [eip, plan(tokens.natGateway, name, subnet, named, { ...references, allocationId: allocation })];
}

/** The way out: by the internet gateway, by a NAT gateway, or none. */
function planRoute(
  subnet: PlannedSubnet,
  routeTable: PlannedResource,
  gateway: PlannedResource,
  nat: PlannedResource | undefined,
): readonly PlannedResource[] {
  const target: Record<string, Reference> | undefined =
    subnet.type === "Public"
      ? { gatewayId: idOf(gateway) }
      : subnet.type === "Private" && nat !== undefined
        ? { natGatewayId: idOf(nat) }
        : undefined;
  if (target === undefined) return [];
  const references = { routeTableId: idOf(routeTable), ...target };
  return [plan(tokens.route, subnet.name, routeTable, { destinationCidrBlock: INTERNET }, references)];
}

/** How many NAT gateways there are once `zones` zones have been served. */
function natCount(strategy: NatGatewayStrategy, zones: number): number {
  switch (strategy) {
    case "None":
      return 0;
    case "Single":
      return 1;
    case "OnePerAz":
      return zones;
    default:
      return strategy satisfies never;
  }
}

function requireNatPlaces(
  strategy: NatGatewayStrategy,
  allocations: number,
  zones: readonly string[],
  subnets: readonly PlannedSubnet[],
): void {
  const wanted = natCount(strategy, zones.length);
  if (allocations > 0 && allocations !== wanted)
    throw new Error(
      `natGateways.elasticIpAllocationIds: expected ${wanted} for strategy ${strategy} in ${zones.length} zones, got ${allocations}`,
    );
  const has = (type: SubnetType) => subnets.some((subnet) => subnet.type === type);
  if (wanted > 0 && !(has("Public") && has("Private")))
    throw new Error(
      `natGateways.strategy: ${strategy} expects both public subnets, where the gateways stand, and private ones, ` +
        "which need them; add them to subnetSpecs or choose None",
    );
}

function plan(
  token: string,
  name: string,
  parent: PlannedResource | undefined,
  inputs: Properties,
  references: Readonly<Record<string, Reference>> = {},
): PlannedResource {
  const key = keyOf(token, name);
  return {
    key,
    token,
    name,
    ...(parent === undefined ? {} : { parent: parent.key }),
    inputs,
    references,
    from: [],
  };
}

function keyOf(token: string, name: string): string {
  return `${token}::${name}`;
}

function idOf({ key }: PlannedResource): Reference {
  return { key, output: "id" };
}
