import { defineRule } from "../../rule";
import { findOpenIngress } from "../ingress";

export const ingressRuleNoOpenAdminPorts = defineRule({
  id: "vpc-ingress-rule-no-open-admin-ports",
  title: "Ingress rules let nobody on the internet reach a port of administration or of a database.",
  severity: "critical",
  type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
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
    findOpenIngress(
      { protocol: rule.ipProtocol, fromPort: rule.fromPort, toPort: rule.toPort },
      { cidrIpv4: () => rule.cidrIpv4, cidrIpv6: () => rule.cidrIpv6 },
      "",
      separately,
    ),
  examples: {
    pass: [
      {
        name: "serves the web",
        properties: {
          securityGroupId: "sg-1",
          ipProtocol: "tcp",
          fromPort: 443,
          toPort: 443,
          cidrIpv4: "0.0.0.0/0",
        },
      },
      {
        name: "lets another group in",
        properties: { securityGroupId: "sg-1", ipProtocol: "-1", referencedSecurityGroupId: "sg-2" },
      },
    ],
    fail: [
      {
        name: "lets everybody reach a database",
        properties: {
          securityGroupId: "sg-1",
          ipProtocol: "tcp",
          fromPort: 5432,
          toPort: 5432,
          cidrIpv4: "0.0.0.0/0",
        },
        finds: [
          'cidrIpv4: expected no port of administration or data open to the internet, got "port 5432 (PostgreSQL)"',
        ],
      },
      {
        name: "lets everything in by IPv6",
        properties: { securityGroupId: "sg-1", ipProtocol: "-1", cidrIpv6: "::/0" },
        finds: [
          'cidrIpv6: expected no port of administration or data open to the internet, got "every port"',
        ],
      },
    ],
  },
});
