import type { AccountView } from "../../accountView";
import { AwsError } from "../../awsError";
import type { ResourceType } from "../../resourceType";
import type { Properties } from "../../values";
import { regionalArn } from "../arn";
import { findDependents } from "../dependents";
import { text, texts } from "../reading";
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
    const association = associate(id, inputs, account);
    return {
      id,
      outputs: {
        allocationId: id,
        arn: regionalArn(account, "ec2", `elastic-ip/${id}`),
        carrierIp: "",
        customerOwnedIp: "",
        domain: "vpc",
        ipamPoolId: text(inputs, "ipamPoolId") ?? "",
        networkBorderGroup: text(inputs, "networkBorderGroup") ?? account.region,
        privateDns: "",
        ptrRecord: "",
        publicDns: `ec2-${publicIp.replaceAll(".", "-")}.${account.region}.compute.amazonaws.com`,
        publicIp,
        ...association,
        publicIpv4Pool: text(inputs, "publicIpv4Pool") ?? "amazon",
      },
    };
  },
  update: (id, olds, news, account) => associate(id, news, account, text(olds, "associationId")),
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

/**
 * To an instance, or to one private address of an interface: its primary one unless the program says which. Another
 * Elastic IP there is not pushed aside, as AWS would do it if asked to reassociate: the provider does not ask.
 */
function associate(id: string, inputs: Properties, account: AccountView, associationId?: string): Properties {
  const operation = "EC2: AssociateAddress";
  const instance = text(inputs, "instance");
  const eniId = text(inputs, "networkInterface");
  if (instance === undefined && eniId === undefined)
    return { associationId: "", instance: "", networkInterface: "", privateIp: "" };
  const associated = associationId || account.newId("eipassoc");
  if (eniId === undefined)
    return { associationId: associated, instance: instance ?? "", networkInterface: "", privateIp: "" };
  const eni = account.find(tokens.networkInterface, eniId);
  if (eni === undefined)
    throw new AwsError(
      "InvalidNetworkInterfaceID.NotFound",
      operation,
      `The networkInterface ID '${eniId}' does not exist`,
    );
  const privateIp = text(inputs, "associateWithPrivateIp") ?? text(eni.properties, "privateIp") ?? "";
  if (!texts(eni.properties, "privateIps").includes(privateIp))
    throw new AwsError(
      "InvalidParameterValue",
      operation,
      `The private IP address ${privateIp} is not assigned to network interface ${eniId}`,
    );
  const rival = account
    .all(tokens.eip)
    .find(
      (other) =>
        other.id !== id &&
        other.properties.networkInterface === eniId &&
        other.properties.privateIp === privateIp,
    );
  if (rival !== undefined)
    throw new AwsError(
      "Resource.AlreadyAssociated",
      operation,
      `resource ${eniId} is already associated with address ${rival.id}`,
    );
  return { associationId: associated, instance: "", networkInterface: eniId, privateIp };
}

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
