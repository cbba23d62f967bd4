import type { Context } from "../../context";
import { Got } from "../../got";
import { defineRule, type Finding } from "../../rule";

export const groupSpansZones = defineRule({
  id: "autoscaling-group-spans-zones",
  title: "Groups span at least two Availability Zones, so that the loss of one is not an outage.",
  severity: "medium",
  type: "aws:autoscaling/group:Group",
  sees: ["aws:ec2/subnet:Subnet"],
  remedy: "Give the group a subnet in each of two or more zones.",
  fsbp: "AutoScaling.2",
  references: [
    {
      title: "AutoScaling.2: groups should cover multiple Availability Zones",
      url: "https://docs.aws.amazon.com/securityhub/latest/userguide/autoscaling-controls.html#autoscaling-2",
    },
  ],
  evaluate: ({ vpcZoneIdentifiers: subnets, availabilityZones: zones }, _, context) => {
    if (subnets != null) {
      if (!Array.isArray(subnets) || countOf(subnets, context) < 2)
        return [tooFew("vpcZoneIdentifiers", "subnets", subnets)];
      return findSharedZone(subnets.length, context);
    }
    if (zones != null && Array.isArray(zones) && new Set(zones).size >= 2) return [];
    return [tooFew(zones == null ? "vpcZoneIdentifiers" : "availabilityZones", "zones", zones)];
  },
  examples: {
    pass: [
      {
        name: "has subnets in two zones",
        properties: { minSize: 2, maxSize: 4, vpcZoneIdentifiers: ["subnet-a", "subnet-b"] },
        beside: [
          { type: "aws:ec2/subnet:Subnet", name: "a", properties: { availabilityZone: "eu-west-1a" } },
          { type: "aws:ec2/subnet:Subnet", name: "b", properties: { availabilityZone: "eu-west-1b" } },
        ],
        computedFrom: { vpcZoneIdentifiers: ["a", "b"] },
      },
      {
        name: "names two zones of the default VPC",
        properties: { minSize: 2, maxSize: 4, availabilityZones: ["eu-west-1a", "eu-west-1b"] },
      },
    ],
    fail: [
      {
        name: "has one subnet",
        properties: { minSize: 2, maxSize: 4, vpcZoneIdentifiers: ["subnet-a"] },
        finds: ["vpcZoneIdentifiers: expected subnets of at least two zones, got a list of 1"],
      },
      {
        name: "names one zone",
        properties: { minSize: 2, maxSize: 4, availabilityZones: ["eu-west-1a"] },
        finds: ["availabilityZones: expected at least two zones, got a list of 1"],
      },
      {
        name: "has two subnets that are in one zone",
        properties: { minSize: 2, maxSize: 4, vpcZoneIdentifiers: ["subnet-a", "subnet-a2"] },
        beside: [
          { type: "aws:ec2/subnet:Subnet", name: "a", properties: { availabilityZone: "eu-west-1a" } },
          { type: "aws:ec2/subnet:Subnet", name: "a2", properties: { availabilityZone: "eu-west-1a" } },
        ],
        computedFrom: { vpcZoneIdentifiers: ["a", "a2"] },
        finds: ["vpcZoneIdentifiers: expected subnets of at least two zones, got a list of 2"],
      },
      {
        name: "names one subnet twice",
        properties: { minSize: 2, maxSize: 4, vpcZoneIdentifiers: ["subnet-a", "subnet-a"] },
        finds: ["vpcZoneIdentifiers: expected subnets of at least two zones, got a list of 2"],
      },
      {
        name: "says nowhere where it is",
        properties: { minSize: 2, maxSize: 4 },
        finds: ["vpcZoneIdentifiers: expected at least two zones, got no value"],
      },
    ],
  },
});

/** Subnets of the same program have no id before they are made, but they are not one: only text can be the same. */
function countOf(subnets: readonly unknown[], context: Context): number {
  return context.computedFrom("vpcZoneIdentifiers").length > 0 ? subnets.length : new Set(subnets).size;
}

/** Only where all of its subnets are in the stack, and each says its zone, is anything known of them. */
function findSharedZone(count: number, context: Context): readonly Finding[] {
  const from = context.computedFrom("vpcZoneIdentifiers");
  const subnets = context.stack.all("aws:ec2/subnet:Subnet").filter(({ urn }) => from.includes(urn));
  if (subnets.length !== count) return [];
  const zones = subnets.map(({ properties }) => properties.availabilityZone ?? properties.availabilityZoneId);
  if (zones.some((zone) => zone == null) || new Set(zones).size > 1) return [];
  return [tooFew("vpcZoneIdentifiers", "subnets", subnets)];
}

function tooFew(path: string, what: string, got: unknown): Finding {
  return {
    path,
    expected: what === "zones" ? "at least two zones" : "subnets of at least two zones",
    got: Got.of(got),
  };
}
