import { Got } from "../../got";
import { defineRule } from "../../rule";
import { findOpenIngress } from "../ingress";
import { eachOf } from "../values";

interface Group {
  readonly ingress?:
    | readonly {
        readonly protocol?: unknown;
        readonly fromPort?: unknown;
        readonly toPort?: unknown;
        readonly cidrBlocks?: unknown;
        readonly ipv6CidrBlocks?: unknown;
      }[]
    | undefined;
}

export const securityGroupNoOpenAdminPorts = defineRule({
  id: "ec2-security-group-no-open-admin-ports",
  title: "Security groups let nobody on the internet reach a port of administration or of a database.",
  severity: "critical",
  type: ["aws:ec2/securityGroup:SecurityGroup", "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup"],
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
  evaluate: ({ ingress }: Group, separately) => {
    if (ingress != null && ingress.length === undefined)
      return [{ path: "ingress", expected: "a list of rules", got: Got.of(ingress) }];
    return separately(
      ...eachOf(ingress, (rule, index) =>
        findOpenIngress(
          rule,
          { cidrBlocks: () => rule.cidrBlocks, ipv6CidrBlocks: () => rule.ipv6CidrBlocks },
          `ingress[${index}]`,
          separately,
        ),
      ),
    );
  },
  examples: {
    pass: [
      {
        name: "serves the web to everybody",
        properties: {
          ingress: [
            {
              protocol: "tcp",
              fromPort: 443,
              toPort: 443,
              cidrBlocks: ["0.0.0.0/0"],
              ipv6CidrBlocks: ["::/0"],
            },
            { protocol: "tcp", fromPort: 80, toPort: 80, cidrBlocks: ["0.0.0.0/0"] },
          ],
        },
      },
      {
        name: "lets a private network reach its database, and another group everything",
        properties: {
          ingress: [
            { protocol: "tcp", fromPort: 5432, toPort: 5432, cidrBlocks: ["10.0.0.0/8", "172.16.0.0/12"] },
            { protocol: "-1", fromPort: 0, toPort: 0, securityGroups: ["sg-1"], self: true },
          ],
        },
      },
      {
        name: "answers pings",
        properties: {
          ingress: [{ protocol: "icmp", fromPort: 8, toPort: 0, cidrBlocks: ["0.0.0.0/0"] }],
        },
      },
      { name: "has no rules of its own", properties: {} },
    ],
    fail: [
      {
        name: "lets everybody in by SSH",
        properties: { ingress: [{ protocol: "tcp", fromPort: 22, toPort: 22, cidrBlocks: ["0.0.0.0/0"] }] },
        finds: [
          'ingress[0].cidrBlocks[0]: expected no port of administration or data open to the internet, got "port 22 (SSH)"',
        ],
      },
      {
        name: "lets everything in by IPv6",
        properties: {
          ingress: [{ protocol: "-1", fromPort: 0, toPort: 0, ipv6CidrBlocks: ["2001:db8::/32", "::/0"] }],
        },
        finds: [
          'ingress[0].ipv6CidrBlocks[1]: expected no port of administration or data open to the internet, got "every port"',
        ],
      },
      {
        name: "opens a range that has a database in it, to the internet in two halves",
        properties: {
          ingress: [
            { protocol: "6", fromPort: 3000, toPort: 3400, cidrBlocks: ["0.0.0.0/1", "128.0.0.0/1"] },
          ],
        },
        finds: [
          'ingress[0].cidrBlocks[0]: expected no port of administration or data open to the internet, got "port 3306 (MySQL)"',
          'ingress[0].cidrBlocks[1]: expected no port of administration or data open to the internet, got "port 3306 (MySQL)"',
        ],
      },
      {
        name: "is the default group and lets everything in",
        type: "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup",
        properties: { ingress: [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] }] },
        finds: [
          'ingress[0].cidrBlocks[0]: expected no port of administration or data open to the internet, got "every port"',
        ],
      },
    ],
  },
});
