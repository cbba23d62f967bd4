import { Got } from "../../got";
import { defineRule } from "../../rule";
import { guardedIn, guardedLabels } from "../ports";
import { isAnywhere, isForAnswers, portsOf } from "../traffic";
import { isTrue } from "../values";

export const networkAclRuleNoOpenAdminPorts = defineRule({
  id: "ec2-network-acl-rule-no-open-admin-ports",
  title: "Rules of network ACLs let nobody on the internet reach a port of administration.",
  severity: "medium",
  type: "aws:ec2/networkAclRule:NetworkAclRule",
  remedy: "Allow the web's ports and the ephemeral ones only.",
  fsbp: "EC2.21",
  cis: "5.1",
  references: [
    {
      title: "EC2.21: network ACLs should not allow ingress from 0.0.0.0/0 to port 22 or port 3389",
      url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-21",
    },
  ],
  evaluate: ({ egress, ruleAction, cidrBlock, ipv6CidrBlock, protocol, fromPort, toPort }) => {
    if (isTrue(egress) || String(ruleAction).toLowerCase() === "deny") return [];
    if (!isAnywhere(cidrBlock) && !isAnywhere(ipv6CidrBlock)) return [];
    const ports = portsOf(protocol, fromPort, toPort);
    if (ports !== undefined && isForAnswers(ports)) return [];
    // Named without a port, SSH and RDP are what the control is about.
    const open =
      ports === undefined ? [] : guardedIn(ports).filter(({ port }) => port === 22 || port === 3389);
    const [first] = open;
    if (first === undefined) return [];
    return [
      {
        path: "ruleAction",
        expected: "no port of administration open to the internet",
        got: Got.of(first.label, guardedLabels),
      },
    ];
  },
  examples: {
    pass: [
      {
        name: "has no block, which AWS refuses",
        properties: { networkAclId: "acl-1", ruleNumber: 100, ruleAction: "allow", protocol: "-1" },
      },
      {
        name: "lets the web in",
        properties: {
          networkAclId: "acl-1",
          ruleNumber: 100,
          ruleAction: "allow",
          protocol: "tcp",
          fromPort: 443,
          toPort: 443,
          cidrBlock: "0.0.0.0/0",
        },
      },
      {
        name: "lets answers in",
        properties: {
          networkAclId: "acl-1",
          ruleNumber: 110,
          ruleAction: "allow",
          protocol: "tcp",
          fromPort: 1024,
          toPort: 65535,
          cidrBlock: "0.0.0.0/0",
        },
      },
      {
        name: "denies everything",
        properties: {
          networkAclId: "acl-1",
          ruleNumber: 100,
          ruleAction: "deny",
          protocol: "-1",
          cidrBlock: "0.0.0.0/0",
        },
      },
      {
        name: "lets everything out",
        properties: {
          networkAclId: "acl-1",
          ruleNumber: 100,
          egress: true,
          ruleAction: "allow",
          protocol: "-1",
          cidrBlock: "0.0.0.0/0",
        },
      },
    ],
    fail: [
      {
        name: "lets everybody in by RDP",
        properties: {
          networkAclId: "acl-1",
          ruleNumber: 100,
          ruleAction: "allow",
          protocol: "tcp",
          fromPort: 3389,
          toPort: 3389,
          ipv6CidrBlock: "::/0",
        },
        finds: ['ruleAction: expected no port of administration open to the internet, got "port 3389 (RDP)"'],
      },
    ],
  },
});
