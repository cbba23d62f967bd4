import { defineRule } from "../../rule";
import { findPublicAddress } from "../publicAddress";

export const subnetNoPublicIp = defineRule({
  id: "ec2-subnet-no-public-ip",
  title:
    "Subnets give no instance a public address that did not ask for one; NAT gateways and load balancers bring their own.",
  severity: "medium",
  type: "aws:ec2/subnet:Subnet",
  remedy: "Set mapPublicIpOnLaunch to false, or leave it out.",
  fsbp: "EC2.15",
  references: [
    {
      title: "EC2.15: subnets should not automatically assign public addresses",
      url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-15",
    },
  ],
  evaluate: ({ mapPublicIpOnLaunch }) => findPublicAddress(mapPublicIpOnLaunch, "mapPublicIpOnLaunch"),
  examples: {
    pass: [
      { name: "gives none", properties: { vpcId: "vpc-1", mapPublicIpOnLaunch: false } },
      { name: "leaves it out, which is none", properties: { vpcId: "vpc-1", cidrBlock: "10.0.0.0/24" } },
    ],
    fail: [
      {
        name: "gives one to each instance",
        properties: { vpcId: "vpc-1", mapPublicIpOnLaunch: true },
        finds: ["mapPublicIpOnLaunch: expected false, got true"],
      },
    ],
  },
});
