import { conform } from "../provider/conform";
import { parseObject } from "../schema/sdkSchema";
import { block, blocks, number, text, texts } from "../types/reading";
import { containsUnknown, isList, isProperties } from "../unknown";
import type { Properties, Value } from "../values";
import { unwrap } from "../wire/unwrap";
import type { SubnetSpec, SubnetType } from "./subnetLayout";

export type NatGatewayStrategy = "None" | "Single" | "OnePerAz";

/** `awsx.ec2.VpcArgs`, as far as the simulated component models it. */
export interface VpcArgs {
  cidrBlock: string;
  /** Names, or how many of the region's zones to take. */
  zones: readonly string[] | number;
  availabilityZoneCidrMask: number | undefined;
  natGateways: { strategy: NatGatewayStrategy; elasticIpAllocationIds: readonly string[] };
  /** Undefined: a private and a public one in each zone. */
  subnetSpecs: readonly SubnetSpec[] | undefined;
  /** Passed on to the VPC as they came: `enableDnsHostnames` and its like. */
  vpcInputs: Properties;
  /** Passed on as they came; may be unknown or secret. */
  tags: Value | undefined;
  vpcEndpointSpecs: readonly Properties[];
}

const vpcInputs = [
  "enableDnsHostnames",
  "enableDnsSupport",
  "enableNetworkAddressUsageMetrics",
  "instanceTenancy",
];

/** What of `awsx.ec2.VpcArgs` is modelled; @pulumi/awsx/ec2/vpc.d.ts has all of it. */
const argsShape = parseObject(
  {
    availabilityZoneCidrMask: "number",
    availabilityZoneNames: ["string"],
    cidrBlock: "string",
    enableDnsHostnames: "boolean",
    enableDnsSupport: "boolean",
    enableNetworkAddressUsageMetrics: "boolean",
    instanceTenancy: "string",
    natGateways: { elasticIpAllocationIds: ["string"], "strategy!": "string" },
    numberOfAvailabilityZones: "number",
    subnetNameTagStrategy: "string",
    subnetSpecs: [
      { cidrMask: "number", name: "string", size: "number", tags: { "*": "string" }, "type!": "string" },
    ],
    "subnetStrategy!": "string",
    tags: { "*": "string" },
    vpcEndpointSpecs: [
      {
        autoAccept: "boolean",
        policy: "string",
        privateDnsEnabled: "boolean",
        routeTableIds: ["string"],
        securityGroupIds: ["string"],
        "serviceName!": "string",
        subnetIds: ["string"],
        tags: { "*": "string" },
        vpcEndpointType: "string",
      },
    ],
    vpcEndpointStrategy: "string",
  },
  "awsx:ec2:Vpc",
);

/** The arguments that decide how many resources there are, and so must be known. */
const structural = [
  "availabilityZoneCidrMask",
  "availabilityZoneNames",
  "cidrBlock",
  "numberOfAvailabilityZones",
  "subnetNameTagStrategy",
  "subnetStrategy",
];

const allowed: Readonly<Record<string, readonly string[]>> = {
  // Legacy, the default, is what awsx itself wants its users to leave.
  subnetStrategy: ["Auto"],
  subnetNameTagStrategy: ["Legacy"],
  vpcEndpointStrategy: ["Legacy"],
};

const subnetTypes: Readonly<Record<string, SubnetType>> = {
  public: "Public",
  private: "Private",
  isolated: "Isolated",
  unused: "Unused",
};

const natStrategies: Readonly<Record<string, NatGatewayStrategy>> = {
  none: "None",
  single: "Single",
  oneperaz: "OnePerAz",
};

/** Reads the arguments as marshalled. @throws Error with every problem, each by the argument's name */
export function readVpcArgs(marshalled: Properties): VpcArgs {
  const { inputs, failures } = conform(argsShape, unwrap(marshalled), "the simulated awsx:ec2:Vpc");
  const specs = blocks(inputs, "subnetSpecs");
  const nat = block(inputs, "natGateways");
  const strategy =
    nat === undefined ? "OnePerAz" : natStrategies[(text(nat, "strategy") ?? "").toLowerCase()];
  const types = specs.map((spec) => subnetTypes[(text(spec, "type") ?? "").toLowerCase()]);
  const problems = [
    ...failures.map(({ property, reason }) => `${property}: ${reason}`),
    ...structural
      .filter((name) => containsUnknown(inputs[name]))
      .map((name) => `${name}: expected a value known at preview, got one that is not; take it from config`),
    ...Object.entries(allowed).flatMap(([name, values]) => {
      const value = text(inputs, name);
      return value === undefined || values.includes(value)
        ? []
        : [`${name}: expected ${values.join(" or ")}, all that the simulated awsx models; got ${value}`];
    }),
    ...(strategy === undefined ? ["natGateways.strategy: expected None, Single or OnePerAz"] : []),
    ...types.flatMap((type, index) =>
      type === undefined ? [`subnetSpecs[${index}].type: expected Public, Private, Isolated or Unused`] : [],
    ),
    ...(inputs.availabilityZoneNames !== undefined && inputs.numberOfAvailabilityZones !== undefined
      ? ["availabilityZoneNames: expected either this or numberOfAvailabilityZones, got both"]
      : []),
  ];
  if (problems.length > 0) throw new Error(problems.join("\n"));
  const names = texts(inputs, "availabilityZoneNames");
  return {
    cidrBlock: text(inputs, "cidrBlock") ?? "10.0.0.0/16",
    zones: names.length > 0 ? names : (number(inputs, "numberOfAvailabilityZones") ?? 3),
    availabilityZoneCidrMask: number(inputs, "availabilityZoneCidrMask"),
    natGateways: {
      strategy: strategy ?? "None",
      elasticIpAllocationIds: nat === undefined ? [] : texts(nat, "elasticIpAllocationIds"),
    },
    subnetSpecs:
      inputs.subnetSpecs === undefined
        ? undefined
        : specs.map((spec, index) =>
            readSpec(spec, types[index] ?? "Unused", marshalledAt(marshalled.subnetSpecs, index).tags),
          ),
    vpcInputs: Object.fromEntries(Object.entries(marshalled).filter(([name]) => vpcInputs.includes(name))),
    tags: marshalled.tags,
    vpcEndpointSpecs: blocks(inputs, "vpcEndpointSpecs").map((_, index) =>
      marshalledAt(marshalled.vpcEndpointSpecs, index),
    ),
  };
}

function readSpec(spec: Properties, type: SubnetType, tags: Value | undefined): SubnetSpec {
  const name = text(spec, "name");
  const size = number(spec, "size");
  const cidrMask = number(spec, "cidrMask") ?? (size === undefined ? undefined : 32 - Math.log2(size));
  return {
    type,
    ...(name === undefined ? {} : { name }),
    ...(cidrMask === undefined ? {} : { cidrMask }),
    ...(tags === undefined ? {} : { tags }),
  };
}

function marshalledAt(list: Value | undefined, index: number): Properties {
  const item = isList(list) ? list[index] : undefined;
  return isProperties(item) ? item : {};
}
