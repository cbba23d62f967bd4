import { AwsError } from "../../awsError";
import type { ResourceType } from "../../resourceType";
import { given, text } from "../reading";
import { tokens } from "../tokens";
import { freeAddresses } from "./addresses";
import { requireSubnet } from "./references";

const CREATE = "EC2: CreateNatGateway";

/** Not modelled: secondary addresses beyond their inputs, regional NAT gateways, bandwidth. */
export const natGateway: ResourceType = {
  token: tokens.natGateway,
  source: "internal/service/ec2/vpc_nat_gateway.go",
  replaceOn: ["allocationId", "connectivityType", "privateIp", "secondaryPrivateIpAddressCount", "subnetId"],
  unordered: ["secondaryAllocationIds", "secondaryPrivateIpAddresses"],
  defaults: { connectivityType: "public" },
  computed: [
    "associationId",
    "networkInterfaceId",
    "privateIp",
    "publicIp",
    "secondaryPrivateIpAddressCount",
    "secondaryPrivateIpAddresses",
  ],
  recomputedOn: { secondaryPrivateIpAddressCount: ["secondaryAllocationIds"] },
  validate(inputs) {
    if (inputs.availabilityMode === "regional")
      return [
        {
          property: "availabilityMode",
          reason: "the simulated account does not model regional NAT gateways",
        },
      ];
    const isPrivate = inputs.connectivityType === "private";
    const forbidden = isPrivate
      ? ["allocationId", "secondaryAllocationIds"]
      : ["secondaryPrivateIpAddressCount"];
    return forbidden
      .filter((property) => given(inputs, property))
      .map((property) => ({
        property,
        reason: `not supported with connectivityType "${text(inputs, "connectivityType")}"`,
      }));
  },
  create(inputs, account) {
    const subnet = requireSubnet(account, CREATE, text(inputs, "subnetId"));
    const allocationId = text(inputs, "allocationId");
    const isPublic = inputs.connectivityType !== "private";
    if (isPublic && allocationId === undefined)
      throw new AwsError("MissingParameter", CREATE, "The request must contain the parameter AllocationId");
    const address = allocationId === undefined ? undefined : account.find(tokens.eip, allocationId);
    if (allocationId !== undefined && address === undefined)
      throw new AwsError(
        "InvalidAllocationID.NotFound",
        CREATE,
        `The allocation ID '${allocationId}' does not exist`,
      );
    const taken = account
      .all(tokens.natGateway)
      .some(({ properties }) => properties.allocationId === allocationId);
    if (
      allocationId !== undefined &&
      (taken || text(address?.properties ?? {}, "associationId") !== undefined)
    )
      throw new AwsError(
        "Resource.AlreadyAssociated",
        CREATE,
        `Elastic IP address [${allocationId}] is already associated`,
      );
    return {
      id: account.newId("nat"),
      outputs: {
        associationId: isPublic ? account.newId("eipassoc") : "",
        networkInterfaceId: account.newId("eni"),
        privateIp: text(inputs, "privateIp") ?? freeAddresses(account, CREATE, subnet, 1)[0] ?? "",
        publicIp: text(address?.properties ?? {}, "publicIp") ?? "",
        secondaryPrivateIpAddressCount: 0,
        secondaryPrivateIpAddresses: inputs.secondaryPrivateIpAddresses ?? [],
      },
    };
  },
};
