import { findInstanceType } from "../../../../infra/compute/instanceTypes/instanceType";
import type { AccountView } from "../../accountView";
import { AwsError } from "../../awsError";
import type { ResourceType } from "../../resourceType";
import type { Properties } from "../../values";
import { regionalArn } from "../arn";
import { findDependents } from "../dependents";
import { blocks, number, text, texts } from "../reading";
import { tokens } from "../tokens";
import { freeAddresses, requireAddresses } from "./addresses";
import { requireGroupsInSubnet, requireSubnet, requireVpc } from "./references";

const CREATE = "EC2: CreateNetworkInterface";

/**
 * Not modelled: IPv6, prefixes, the ordered lists (`privateIpListEnabled`); that a change of `privateIps` which drops
 * the primary address replaces the interface (here it updates in place); limits on addresses beyond those of the instance type that it is attached to.
 */
export const networkInterface: ResourceType = {
  token: tokens.networkInterface,
  source: "internal/service/ec2/vpc_network_interface.go",
  replaceOn: ["interfaceType", "subnetId"],
  unordered: ["attachments", "ipv4Prefixes", "ipv6Addresses", "ipv6Prefixes", "privateIps", "securityGroups"],
  defaults: { ipv6AddressListEnabled: false, privateIpListEnabled: false, sourceDestCheck: true },
  computed: [
    "arn",
    "attachments",
    "interfaceType",
    "ipv4PrefixCount",
    "ipv4Prefixes",
    "ipv6AddressCount",
    "ipv6AddressLists",
    "ipv6Addresses",
    "ipv6PrefixCount",
    "ipv6Prefixes",
    "macAddress",
    "outpostArn",
    "ownerId",
    "privateDnsName",
    "privateIp",
    "privateIpLists",
    "privateIps",
    "privateIpsCount",
    "securityGroups",
  ],
  recomputedOn: {
    privateIpLists: ["privateIps", "privateIpsCount"],
    privateIps: ["privateIpsCount"],
    privateIpsCount: ["privateIps"],
  },
  create(inputs, account) {
    const subnet = requireSubnet(account, CREATE, text(inputs, "subnetId"));
    const vpc = requireVpc(account, CREATE, text(subnet.properties, "vpcId"));
    const groups = texts(inputs, "securityGroups");
    requireGroupsInSubnet(account, CREATE, groups, subnet);
    const chosen = texts(inputs, "privateIps");
    requireAddresses(account, CREATE, subnet, chosen);
    const id = account.newId("eni");
    const attachments = attach(account, id, inputs);
    const wanted = Math.max(chosen.length, 1 + (number(inputs, "privateIpsCount") ?? 0));
    const privateIps = [...chosen, ...freeAddresses(account, CREATE, subnet, wanted - chosen.length)];
    const [privateIp = ""] = privateIps;
    return {
      id,
      outputs: {
        arn: regionalArn(account, "ec2", `network-interface/${id}`),
        attachments,
        interfaceType: text(inputs, "interfaceType") ?? "interface",
        ipv4PrefixCount: 0,
        ipv4Prefixes: [],
        ipv6AddressCount: 0,
        ipv6AddressLists: [],
        ipv6Addresses: [],
        ipv6PrefixCount: 0,
        ipv6Prefixes: [],
        macAddress: macAddress(id),
        outpostArn: "",
        ownerId: account.accountId,
        privateDnsName: `ip-${privateIp.replaceAll(".", "-")}.${account.region}.compute.internal`,
        privateIp,
        privateIpLists: privateIps,
        privateIps,
        privateIpsCount: privateIps.length - 1,
        securityGroups: groups.length > 0 ? groups : [text(vpc.properties, "defaultSecurityGroupId") ?? ""],
      },
    };
  },
  update(id, olds, news, account) {
    const operation = "EC2: ModifyNetworkInterfaceAttribute";
    const subnet = requireSubnet(account, operation, text(news, "subnetId"));
    requireGroupsInSubnet(account, operation, texts(news, "securityGroups"), subnet);
    const current = texts(olds, "privateIps");
    const chosen = texts(news, "privateIps");
    requireAddresses(
      account,
      "EC2: AssignPrivateIpAddresses",
      subnet,
      chosen.filter((ip) => !current.includes(ip)),
    );
    const kept = chosen.length > 0 ? chosen : current;
    const secondaries = number(news, "privateIpsCount") ?? kept.length - 1;
    const missing = Math.max(secondaries + 1 - kept.length, 0);
    const grown = [...kept, ...freeAddresses(account, "EC2: AssignPrivateIpAddresses", subnet, missing)];
    const privateIps = grown.slice(0, Math.max(secondaries + 1, chosen.length));
    return {
      attachments: attach(account, id, news),
      privateIp: privateIps[0] ?? "",
      privateIpLists: privateIps,
      privateIps,
      privateIpsCount: privateIps.length - 1,
    };
  },
  remove(id, _properties, account) {
    // An attachment of its own the provider undoes first; one made by the instance holds the interface.
    const [user] = findDependents(account, id, [
      { token: tokens.instance, path: "networkInterfaces.networkInterfaceId" },
      { token: tokens.instance, path: "primaryNetworkInterface.networkInterfaceId" },
    ]);
    if (user !== undefined)
      throw new AwsError(
        "InvalidParameterValue",
        "EC2: DeleteNetworkInterface",
        `Network interface '${id}' is currently in use by ${user.id}.`,
      );
  },
};

/** Attaches the interface where its inputs say so: the instance runs, in the same zone, and takes one more. */
function attach(account: AccountView, id: string, inputs: Properties): readonly Properties[] {
  const operation = "EC2: AttachNetworkInterface";
  return blocks(inputs, "attachments").map((attachment) => {
    const instanceId = text(attachment, "instance") ?? "";
    const instance = account.find(tokens.instance, instanceId);
    if (instance === undefined)
      throw new AwsError(
        "InvalidInstanceID.NotFound",
        operation,
        `The instance ID '${instanceId}' does not exist`,
      );
    const subnet = requireSubnet(account, operation, text(inputs, "subnetId"));
    if (subnet.properties.availabilityZone !== instance.properties.availabilityZone)
      throw new AwsError(
        "InvalidParameterCombination",
        operation,
        "You may not attach a network interface to an instance if they are not in the same availability zone",
      );
    const others = account
      .all(tokens.networkInterface)
      .filter(
        (other) =>
          other.id !== id && blocks(other.properties, "attachments").some((a) => a.instance === instanceId),
      );
    const count = 1 + Math.max(blocks(instance.properties, "networkInterfaces").length, 1) + others.length;
    const instanceType = text(instance.properties, "instanceType") ?? "";
    const limit = findInstanceType(instanceType)?.interfaces;
    if (limit !== undefined && count > limit)
      throw new AwsError(
        "AttachmentLimitExceeded",
        operation,
        `Interface count ${count} exceeds the limit for ${instanceType}`,
      );
    return { ...attachment, attachmentId: `eni-attach-${id.slice("eni-".length)}` };
  });
}

/** A locally administered address, made from the interface's id so that a second look finds the same. */
function macAddress(id: string): string {
  const digits = id.slice("eni-".length).padEnd(10, "0");
  return ["02", ...[0, 2, 4, 6, 8].map((at) => digits.slice(at, at + 2))].join(":");
}
