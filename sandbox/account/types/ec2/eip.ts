import { AwsError } from "../../awsError";
import type { ResourceType } from "../../resourceType";
import { regionalArn } from "../arn";
import { findDependents } from "../dependents";
import { text } from "../reading";
import { tokens } from "../tokens";

/**
 * An Elastic IP address, from 203.0.113.0/24 and 198.51.100.0/24 (RFC 5737: addresses that nobody has).
 * Not modelled: address pools, carrier and customer-owned addresses, reverse DNS, the limit of five a region.
 */
export const eip: ResourceType = {
  token: tokens.eip,
  source: "internal/service/ec2/ec2_eip.go",
  replaceOn: ["address", "domain", "ipamPoolId", "networkBorderGroup", "publicIpv4Pool"],
  computed: [
    "allocationId",
    "arn",
    "associationId",
    "carrierIp",
    "customerOwnedIp",
    "domain",
    "instance",
    "ipamPoolId",
    "networkBorderGroup",
    "networkInterface",
    "privateDns",
    "privateIp",
    "ptrRecord",
    "publicDns",
    "publicIp",
    "publicIpv4Pool",
  ],
  create(inputs, account) {
    const id = account.newId("eipalloc");
    const publicIp = freeAddress(
      new Set(account.all(tokens.eip).map(({ properties }) => text(properties, "publicIp"))),
    );
    const associated = text(inputs, "instance") ?? text(inputs, "networkInterface");
    return {
      id,
      outputs: {
        allocationId: id,
        arn: regionalArn(account, "ec2", `elastic-ip/${id}`),
        associationId: associated === undefined ? "" : account.newId("eipassoc"),
        carrierIp: "",
        customerOwnedIp: "",
        domain: "vpc",
        instance: text(inputs, "instance") ?? "",
        ipamPoolId: text(inputs, "ipamPoolId") ?? "",
        networkBorderGroup: text(inputs, "networkBorderGroup") ?? account.region,
        networkInterface: text(inputs, "networkInterface") ?? "",
        privateDns: "",
        privateIp: "",
        ptrRecord: "",
        publicDns: `ec2-${publicIp.replaceAll(".", "-")}.${account.region}.compute.amazonaws.com`,
        publicIp,
        publicIpv4Pool: text(inputs, "publicIpv4Pool") ?? "amazon",
      },
    };
  },
  remove(id, _properties, account) {
    const users = findDependents(account, id, [
      { token: tokens.natGateway, path: "allocationId" },
      { token: tokens.natGateway, path: "secondaryAllocationIds" },
      { token: tokens.loadBalancer, path: "subnetMappings.allocationId" },
    ]);
    if (users.length > 0)
      throw new AwsError(
        "InvalidIPAddress.InUse",
        "EC2: ReleaseAddress",
        `Address with allocation id ${id} is in use by ${users.map((user) => user.id).join(", ")}`,
      );
  },
};

function freeAddress(taken: ReadonlySet<string | undefined>): string {
  const blocks = ["203.0.113", "198.51.100"];
  const addresses = blocks.flatMap((network) =>
    Array.from({ length: 254 }, (_, host) => `${network}.${host + 1}`),
  );
  const free = addresses.find((address) => !taken.has(address));
  if (free === undefined)
    throw new AwsError(
      "AddressLimitExceeded",
      "EC2: AllocateAddress",
      "The maximum number of addresses has been reached.",
    );
  return free;
}
