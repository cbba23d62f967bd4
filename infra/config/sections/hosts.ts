import * as z from "zod";
import { cidrBlock } from "../cidrBlock";
import { choice, guidanceOf, integer } from "../setting";
import { address, interfaceSchema } from "./hostInterface";
import { networkSchema } from "./network";
import { workloadSchema } from "./workload";

const { instanceType, imageParameter, rootDeviceName, rootVolumeSizeGiB, logRetentionDays } =
  workloadSchema.shape;
const machine = { instanceType, imageParameter, rootDeviceName, rootVolumeSizeGiB, logRetentionDays };
const zone = networkSchema.shape.availabilityZones.element;

const managementInterface = z
  .boolean()
  .describe("Whether its instances have one interface more, in the management subnet of their zone.")
  .register(guidanceOf, {
    expected: "true or false",
    remedy: "write true where people and databases are reached by a network of their own",
  })
  .default(false);

const zones = (min: number, max: number, description: string) =>
  z
    .array(zone)
    .min(min)
    .max(max)
    .describe(description)
    .register(guidanceOf, {
      expected: `a list of ${min === max ? min : `${min} to ${max}`} Availability Zones`,
      remedy: "list zones of network.availabilityZones",
    });

const dualHomedSchema = z
  .strictObject({
    ...machine,
    zones: zones(1, 4, "Zones with a group each: both interfaces of an instance are in one zone."),
    minSizePerZone: integer(1, 100, {
      description: "Fewest instances in each zone.",
      remedy: "choose how many instances carry the quietest hour",
    }),
    maxSizePerZone: integer(1, 100, {
      description: "Most instances in each zone.",
      remedy: "choose how many instances carry the busiest hour",
    }),
    secondaryAddresses: integer(0, 49, {
      description: "Further private addresses of each instance's workload interface.",
      remedy: "choose 0 unless the service binds more than one address",
    }).default(0),
    placement: choice(["none", "cluster", "spread"], {
      description:
        "cluster: close together for low latency, in one zone. spread: on separate racks, at most seven a zone.",
      remedy: "choose none unless latency or a shared rack matters",
    }).default("none"),
  })
  .describe("A fleet of dual-homed instances.");

const singleSchema = z
  .strictObject({
    ...machine,
    zone,
    interface: interfaceSchema.prefault({}),
    managementInterface,
  })
  .describe("A single instance that recovers by itself.");

const licensedSchema = z
  .strictObject({ ...machine, zone, managementInterface, interface: interfaceSchema.prefault({}) })
  .describe("A host whose licence is bound to its interface's MAC address.");

const applianceSchema = z
  .strictObject({
    ...machine,
    managementInterface,
    zones: zones(2, 2, "The zone of the member that routes lead to at first, and that of the other."),
    privateIps: z
      .array(address("The private address of a member's interface."))
      .describe("Of the members' interfaces, in the order of zones. Omitted: AWS picks them.")
      .register(guidanceOf, {
        expected: "a list of IPv4 addresses",
        remedy: "write one address a zone, or leave it out",
      })
      .default([]),
    destinationCidrBlocks: z
      .array(cidrBlock("A network outside of the VPC."))
      .min(1)
      .describe("Networks whose packets the private subnets send to the appliance.")
      .register(guidanceOf, {
        expected: "a list of IPv4 CIDR blocks",
        remedy: "list the networks that are reached through the appliance",
      }),
  })
  .describe("A network appliance.");

const floatingPairSchema = z
  .strictObject({
    ...machine,
    zone,
    managementInterface,
    interface: interfaceSchema.prefault({}),
    leaseSeconds: integer(6, 300, {
      description: "How long the active may be silent before the standby takes the interface.",
      remedy: "choose the outage that is bearable; shorter takes over sooner, and for less",
    }).default(15),
    renewSeconds: integer(1, 60, {
      description: "How often the active says that it is there. Each renewal is a write to DynamoDB.",
      remedy: "choose at most a third of leaseSeconds",
    }).default(3),
  })
  .describe("Two instances and the interface that the healthy one has.");

const byName = <Schema extends z.ZodType>(schema: Schema) =>
  z.record(z.string(), schema).describe("By name: hosts of infra/hosts.").default({});

export const hostsSchema = z
  .strictObject({
    elasticIpQuota: integer(1, 1000, {
      description:
        "Elastic IPs that AWS lets the account have in the region, all stacks and NAT gateways together: 5 unless raised.",
      remedy: "write what the service quota EC2-VPC Elastic IPs says",
    }).default(5),
    dualHomed: byName(dualHomedSchema),
    single: byName(singleSchema),
    licensed: byName(licensedSchema),
    appliance: byName(applianceSchema),
    floatingPair: byName(floatingPairSchema),
  })
  .describe("The hosts that this stack has, by kind.");

export type HostsConfig = z.output<typeof hostsSchema>;

const partialInterface = interfaceSchema.partial().optional();
const partialByName = <Schema extends z.ZodType>(schema: Schema) => z.record(z.string(), schema).default({});

/** What is right of the settings, where some are wrong: for checks that need two of them. */
export const partialHostsSchema = z.strictObject({
  elasticIpQuota: hostsSchema.shape.elasticIpQuota,
  dualHomed: partialByName(dualHomedSchema.partial()),
  single: partialByName(singleSchema.partial().extend({ interface: partialInterface })),
  licensed: partialByName(licensedSchema.partial().extend({ interface: partialInterface })),
  appliance: partialByName(applianceSchema.partial()),
  floatingPair: partialByName(floatingPairSchema.partial().extend({ interface: partialInterface })),
});
