import * as z from "zod";
import { cidrBlock } from "../cidrBlock";
import { logRetentionDays } from "../logRetention";
import { choice, guidanceOf, text } from "../setting";

const availabilityZone = text(/^[a-z]{2,4}(-[a-z]+)+-\d[a-z]$/, {
  description: "An Availability Zone of aws:region, by name.",
  expected: "the name of an Availability Zone such as eu-west-1a",
  remedy: "write the region's name followed by the zone's letter",
});

export const networkSchema = z
  .strictObject({
    cidrBlock: cidrBlock(
      "The VPC's addresses: a private block (RFC 1918) of /16 to /20. It can never be changed in place.",
    ),
    reservedCidrBlocks: z
      .array(cidrBlock("A block in use elsewhere."))
      .describe(
        "Blocks of networks that this VPC may be connected to one day (peering, VPN). A cidrBlock that overlaps one of them is refused.",
      )
      .register(guidanceOf, {
        expected: "a list of IPv4 CIDR blocks",
        remedy: "list the blocks of the networks that this VPC may be connected to, or leave it out",
      })
      .default([]),
    // Two, because an Application Load Balancer has subnets of at least two zones:
    // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html#subnets-load-balancer
    availabilityZones: z
      .array(availabilityZone)
      .min(2)
      .max(4)
      .describe("2 to 4 zones of aws:region, each with a public and a private subnet.")
      .register(guidanceOf, {
        expected: "a list of 2 to 4 Availability Zones",
        remedy:
          "list zones of aws:region: a load balancer needs two, and more than four add cost, not safety",
      }),
    natGateways: choice(["single", "one-per-zone"], {
      description:
        "single: one NAT gateway, and no way out of any private subnet when its zone fails. one-per-zone: each zone on its own. Each bills by the hour.",
      remedy: "choose single to save money, one-per-zone to survive the loss of a zone",
    }),
    flowLogRetentionDays: logRetentionDays("Days that VPC flow logs are kept."),
  })
  .describe("The VPC and its subnets.");

export type NetworkConfig = z.output<typeof networkSchema>;
