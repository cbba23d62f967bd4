import { defineRule } from "../../rule";
import { findOpenIngress } from "../ingress";

export const securityGroupRuleNoOpenAdminPorts = defineRule({
  id: "ec2-security-group-rule-no-open-admin-ports",
  title:
    "Rules of security groups let nobody on the internet reach a port of administration or of a database.",
  severity: "critical",
  type: "aws:ec2/securityGroupRule:SecurityGroupRule",
  remedy:
    "Let in a security group or the addresses of a site; for administration use Session Manager, which needs no port.",
  fsbp: "EC2.19",
  cis: "5.2",
  references: [
    {
      title: "EC2.19: security groups should not allow unrestricted access to ports with high risk",
      url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-19",
    },
  ],
  evaluate: (rule, separately) =>
    rule.type === "egress"
      ? []
      : findOpenIngress(
          rule,
          { cidrBlocks: () => rule.cidrBlocks, ipv6CidrBlocks: () => rule.ipv6CidrBlocks },
          "",
          separately,
        ),
  examples: {
    pass: [
      {
        name: "lets everything out",
        properties: {
          type: "egress",
          securityGroupId: "sg-1",
          protocol: "-1",
          fromPort: 0,
          toPort: 0,
          cidrBlocks: ["0.0.0.0/0"],
        },
      },
      {
        name: "serves the web",
        properties: {
          type: "ingress",
          securityGroupId: "sg-1",
          protocol: "tcp",
          fromPort: 443,
          toPort: 443,
          cidrBlocks: ["0.0.0.0/0"],
        },
      },
      {
        name: "lets another group in",
        properties: {
          type: "ingress",
          securityGroupId: "sg-1",
          protocol: "tcp",
          fromPort: 22,
          toPort: 22,
          sourceSecurityGroupId: "sg-2",
        },
      },
    ],
    fail: [
      {
        name: "lets everybody in by RDP",
        properties: {
          type: "ingress",
          securityGroupId: "sg-1",
          protocol: "tcp",
          fromPort: 3389,
          toPort: 3389,
          cidrBlocks: ["10.0.0.0/8", "0.0.0.0/0"],
        },
        finds: [
          'cidrBlocks[1]: expected no port of administration or data open to the internet, got "port 3389 (RDP)"',
        ],
      },
    ],
  },
});
