import type { Context } from "../../context";
import { Got } from "../../got";
import { defineRule } from "../../rule";

export const eipInUse = defineRule({
  id: "ec2-eip-in-use",
  title: "Elastic IP addresses are associated with something: an idle one is paid for all the same.",
  severity: "low",
  type: "aws:ec2/eip:Eip",
  sees: [
    "aws:ec2/eipAssociation:EipAssociation",
    "aws:ec2/natGateway:NatGateway",
    "aws:lb/loadBalancer:LoadBalancer",
  ],
  remedy: "Associate it with an instance, interface, NAT gateway or load balancer, or release it.",
  fsbp: "EC2.12",
  references: [
    {
      title: "EC2.12: unused EC2 EIPs should be removed",
      url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-12",
    },
  ],
  evaluate: (eip, _, context) =>
    isIn(context, "instance") ||
    isIn(context, "networkInterface") ||
    isGiven(eip.instance) ||
    isGiven(eip.networkInterface) ||
    isUsed(context)
      ? []
      : [{ path: "instance", expected: "something that uses the address", got: Got.of(eip.instance) }],
  examples: {
    pass: [
      { name: "belongs to an instance", properties: { domain: "vpc", instance: "i-0123456789abcdef0" } },
      { name: "belongs to an interface", properties: { networkInterface: "eni-0123456789abcdef0" } },
      {
        name: "belongs to a NAT gateway of the stack",
        properties: { domain: "vpc" },
        beside: [
          {
            type: "aws:ec2/natGateway:NatGateway",
            name: "nat",
            properties: { subnetId: "subnet-1" },
            computedFrom: { allocationId: ["example"] },
          },
        ],
      },
    ],
    fail: [
      {
        name: "belongs to nothing",
        properties: { domain: "vpc" },
        finds: ["instance: expected something that uses the address, got no value"],
      },
      {
        name: "is beside a NAT gateway that has another address",
        properties: {},
        beside: [
          {
            type: "aws:ec2/natGateway:NatGateway",
            name: "nat",
            properties: { subnetId: "subnet-1", allocationId: "eipalloc-0123456789abcdef0" },
          },
        ],
        finds: ["instance: expected something that uses the address, got no value"],
      },
    ],
  },
});

function isGiven(id: unknown): boolean {
  return typeof id === "string" && id !== "";
}

/** Whether the program gives the property a value of another resource, known yet or not. */
function isIn({ computedFrom }: Context, property: string): boolean {
  return computedFrom(property).length > 0;
}

function isUsed({ urn, stack }: Context): boolean {
  const users = [
    ...stack.all("aws:ec2/eipAssociation:EipAssociation"),
    ...stack.all("aws:ec2/natGateway:NatGateway"),
    ...stack.all("aws:lb/loadBalancer:LoadBalancer"),
  ];
  return users.some(({ computedFrom }) => Object.values(computedFrom).some((urns) => urns.includes(urn)));
}
