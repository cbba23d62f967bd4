import { Got } from "../../got";
import { defineRule, type Finding } from "../../rule";
import { guardedIn, guardedLabels } from "../ports";
import { isAnywhere, isForAnswers, portsOf } from "../traffic";
import { numberOf } from "../values";

interface Entry {
  readonly action?: unknown;
  readonly ruleNo?: unknown;
  readonly protocol?: unknown;
  readonly fromPort?: unknown;
  readonly toPort?: unknown;
  readonly cidrBlock?: unknown;
  readonly ipv6CidrBlock?: unknown;
}

export const networkAclNoOpenAdminPorts = defineRule({
  id: "ec2-network-acl-no-open-admin-ports",
  title: "Network ACLs let nobody on the internet reach a port of administration or of a database.",
  severity: "medium",
  type: ["aws:ec2/networkAcl:NetworkAcl", "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl"],
  remedy: "Deny the port with a lower rule number, or allow the web's ports and the ephemeral ones only.",
  fsbp: "EC2.21",
  cis: "5.1",
  references: [
    {
      title: "EC2.21: network ACLs should not allow ingress from 0.0.0.0/0 to port 22 or port 3389",
      url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-21",
    },
  ],
  evaluate: ({ ingress }: { readonly ingress?: readonly Entry[] | undefined }) => {
    const entries = Array.from({ length: ingress?.length ?? 0 }, (_, index) => read(ingress?.[index], index));
    const inOrder = entries.sort((a, b) => a.number - b.number);
    const admin = guardedIn({ from: 22, to: 22 }).concat(guardedIn({ from: 3389, to: 3389 }));
    const found = admin.flatMap(({ port, label }) =>
      families.flatMap((family): Finding[] => {
        // The first rule whose block is anywhere and whose ports hold this one decides.
        const first = inOrder.find((entry) => entry.anywhere.has(family) && entry.covers(port));
        if (first === undefined || !first.allows) return [];
        const path = `ingress[${first.index}]`;
        return [
          {
            path,
            expected: "no port of administration open to the internet",
            got: Got.of(label, guardedLabels),
          },
        ];
      }),
    );
    // One entry may open several ports by both families: it is one mistake.
    return [...new Map(found.map((finding) => [finding.path, finding])).values()];
  },
  examples: {
    pass: [
      {
        name: "lets the web and the answers to its own requests in",
        properties: {
          vpcId: "vpc-1",
          ingress: [
            {
              ruleNo: 100,
              action: "allow",
              protocol: "tcp",
              fromPort: 443,
              toPort: 443,
              cidrBlock: "0.0.0.0/0",
            },
            {
              ruleNo: 110,
              action: "allow",
              protocol: "tcp",
              fromPort: 1024,
              toPort: 65535,
              cidrBlock: "0.0.0.0/0",
            },
          ],
        },
      },
      {
        name: "denies what administers before it allows the rest",
        properties: {
          vpcId: "vpc-1",
          ingress: [
            { ruleNo: 100, action: "allow", protocol: "-1", fromPort: 0, toPort: 0, cidrBlock: "0.0.0.0/0" },
            { ruleNo: 10, action: "deny", protocol: "tcp", fromPort: 22, toPort: 22, cidrBlock: "0.0.0.0/0" },
            {
              ruleNo: 20,
              action: "deny",
              protocol: "tcp",
              fromPort: 3389,
              toPort: 3389,
              cidrBlock: "0.0.0.0/0",
            },
          ],
        },
      },
      { name: "has no rules, which denies everything", properties: { vpcId: "vpc-1" } },
    ],
    fail: [
      {
        name: "lets everybody in by SSH",
        properties: {
          vpcId: "vpc-1",
          ingress: [
            {
              ruleNo: 100,
              action: "allow",
              protocol: "tcp",
              fromPort: 22,
              toPort: 22,
              cidrBlock: "0.0.0.0/0",
            },
          ],
        },
        finds: ['ingress[0]: expected no port of administration open to the internet, got "port 22 (SSH)"'],
      },
      {
        name: "is the default one and lets everything in by IPv6",
        type: "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl",
        properties: {
          defaultNetworkAclId: "acl-1",
          ingress: [
            { ruleNo: 101, action: "allow", protocol: "-1", fromPort: 0, toPort: 0, ipv6CidrBlock: "::/0" },
          ],
        },
        finds: ['ingress[0]: expected no port of administration open to the internet, got "port 3389 (RDP)"'],
      },
    ],
  },
});

const families = ["ipv4", "ipv6"] as const;

function read(entry: Entry | undefined, index: number) {
  const { action, ruleNo, protocol, fromPort, toPort, cidrBlock, ipv6CidrBlock } = entry ?? {};
  const ports = portsOf(protocol, fromPort, toPort);
  // An entry that limits itself to no block at all cannot be read, and so is no limit.
  const unlimited = cidrBlock == null && ipv6CidrBlock == null;
  const anywhere = new Set([
    ...(unlimited || isAnywhere(cidrBlock) ? ["ipv4"] : []),
    ...(isAnywhere(ipv6CidrBlock) ? ["ipv6"] : []),
  ]);
  return {
    index,
    number: numberOf(ruleNo) ?? 0,
    allows: String(action).toLowerCase() !== "deny",
    anywhere,
    covers: (port: number) =>
      ports !== undefined && !isForAnswers(ports) && port >= ports.from && port <= ports.to,
  };
}
