import { Got } from "../../got";
import { defineRule } from "../../rule";
import { isFalse } from "../values";

/** How a program says that an interface forwards what is not for it: the tag tells what the appliance is. */
export const applianceTag = "bakeline:appliance";

interface Forwarder {
  readonly sourceDestCheck?: boolean | undefined;
  readonly tags?: Readonly<Record<string, string>> | undefined;
}

export const sourceDestCheck = defineRule({
  id: "ec2-interface-source-dest-check",
  title: "Only a declared network appliance forwards traffic that is neither from nor to it.",
  severity: "medium",
  type: [
    "aws:ec2/instance:Instance",
    "aws:ec2/networkInterface:NetworkInterface",
    "aws:ec2/spotInstanceRequest:SpotInstanceRequest",
  ],
  remedy: `Leave sourceDestCheck on; on a NAT instance, firewall or router say so with the tag "${applianceTag}".`,
  fsbp: "EC2.180",
  references: [
    {
      title: "EC2.180: network interfaces should have source/destination checking enabled",
      url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-180",
    },
  ],
  evaluate: (it: Forwarder) => {
    const check: unknown = it.sourceDestCheck;
    if (check == null || check === true || (typeof check === "string" && !isFalse(check))) return [];
    if (isFalse(check) && declaresAppliance(it.tags)) return [];
    return [
      {
        path: "sourceDestCheck",
        expected: `true, or the tag "${applianceTag}"`,
        got: Got.of(check, ["false"]),
      },
    ];
  },
  examples: {
    pass: [
      { name: "checks", properties: { sourceDestCheck: true } },
      { name: "leaves it out, which checks", properties: {} },
      {
        name: "is a declared appliance",
        type: "aws:ec2/networkInterface:NetworkInterface",
        properties: { subnetId: "subnet-1", sourceDestCheck: false, tags: { "bakeline:appliance": "nat" } },
      },
      {
        name: "has the role of an appliance",
        properties: { sourceDestCheck: false, tags: { Role: "firewall" } },
      },
    ],
    fail: [
      {
        name: "does not check and says nothing",
        properties: { sourceDestCheck: false, tags: { Name: "nat" } },
        finds: ['sourceDestCheck: expected true, or the tag "bakeline:appliance", got false'],
      },
      {
        name: "is an interface that does not check and says that it is no appliance",
        type: "aws:ec2/networkInterface:NetworkInterface",
        properties: { subnetId: "subnet-1", sourceDestCheck: false, tags: { appliance: "false" } },
        finds: ['sourceDestCheck: expected true, or the tag "bakeline:appliance", got false'],
      },
    ],
  },
});

const applianceRoles = /\b(appliance|nat|firewall|router|vpn|gateway|proxy|ids|ips|inspection)\b/i;

/** By our tag or one named alike, or by a tag that tells the role. A name alone declares nothing. */
function declaresAppliance(tags: Readonly<Record<string, string>> | null | undefined): boolean {
  return Object.keys(tags ?? {}).some((key) => {
    const value = String(tags?.[key] ?? "");
    if (/appliance/i.test(key)) return !/^(false|no|0|)$/i.test(value);
    return /^(\w+:)?(role|purpose|function)$/i.test(key) && applianceRoles.test(value);
  });
}
