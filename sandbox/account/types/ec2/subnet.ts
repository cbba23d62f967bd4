import { AwsError } from "../../awsError";
import { zonesOf } from "../../functions/zones";
import type { ResourceType } from "../../resourceType";
import { regionalArn } from "../arn";
import { findDependents } from "../dependents";
import { text } from "../reading";
import { tokens } from "../tokens";
import { checkCidr, contains, overlap, prefixLength } from "./cidr";
import { requireVpc } from "./references";
import { zoneIdOf } from "./zones";

const CREATE = "EC2: CreateSubnet";

/** Not modelled: IPv6 and IPAM, Outposts, the limit of 200 subnets a VPC. */
export const subnet: ResourceType = {
  token: tokens.subnet,
  source: "internal/service/ec2/vpc_subnet.go",
  replaceOn: [
    "availabilityZone",
    "availabilityZoneId",
    "cidrBlock",
    "ipv4IpamPoolId",
    "ipv4NetmaskLength",
    "ipv6IpamPoolId",
    "ipv6Native",
    "ipv6NetmaskLength",
    "outpostArn",
    "vpcId",
  ],
  defaults: {
    assignIpv6AddressOnCreation: false,
    enableDns64: false,
    enableResourceNameDnsARecordOnLaunch: false,
    enableResourceNameDnsAaaaRecordOnLaunch: false,
    ipv6Native: false,
    mapPublicIpOnLaunch: false,
  },
  computed: [
    "arn",
    "availabilityZone",
    "availabilityZoneId",
    "cidrBlock",
    "ipv6CidrBlock",
    "ipv6CidrBlockAssociationId",
    "ownerId",
    "privateDnsHostnameTypeOnLaunch",
  ],
  validate(inputs) {
    const cidr = text(inputs, "cidrBlock");
    return cidr === undefined ? [] : checkCidr("cidrBlock", cidr);
  },
  create(inputs, account) {
    const { id: vpcId, properties: vpc } = requireVpc(account, CREATE, text(inputs, "vpcId"));
    const cidrBlock = text(inputs, "cidrBlock");
    if (cidrBlock === undefined)
      throw new AwsError(
        "MissingParameter",
        CREATE,
        "Either 'cidrBlock' or 'ipv6CidrBlock' should be provided.",
      );
    // EC2 allows /16 to /28: https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html
    const prefix = prefixLength(cidrBlock);
    if (prefix < 16 || prefix > 28 || !contains(text(vpc, "cidrBlock") ?? "", cidrBlock))
      throw new AwsError("InvalidSubnet.Range", CREATE, `The CIDR '${cidrBlock}' is invalid.`);
    const conflict = account
      .all(tokens.subnet)
      .some(
        ({ properties: other }) =>
          other.vpcId === vpcId && overlap(text(other, "cidrBlock") ?? "", cidrBlock),
      );
    if (conflict)
      throw new AwsError(
        "InvalidSubnet.Conflict",
        CREATE,
        `The CIDR '${cidrBlock}' conflicts with another subnet`,
      );
    const zones = zonesOf(account.region);
    const availabilityZone = text(inputs, "availabilityZone") ?? zones[0] ?? "";
    if (!zones.includes(availabilityZone))
      throw new AwsError(
        "InvalidParameterValue",
        CREATE,
        `Value (${availabilityZone}) for parameter availabilityZone is invalid. Subnets can currently only be created in the following availability zones: ${zones.join(", ")}.`,
      );
    const id = account.newId("subnet");
    return {
      id,
      outputs: {
        arn: regionalArn(account, "ec2", `subnet/${id}`),
        availabilityZone,
        availabilityZoneId: zoneIdOf(account.region, availabilityZone) ?? "",
        cidrBlock,
        ipv6CidrBlock: "",
        ipv6CidrBlockAssociationId: "",
        ownerId: account.accountId,
        privateDnsHostnameTypeOnLaunch: text(inputs, "privateDnsHostnameTypeOnLaunch") ?? "ip-name",
      },
    };
  },
  remove(id, _properties, account) {
    const dependents = findDependents(account, id, [
      { token: tokens.natGateway, path: "subnetId" },
      { token: tokens.instance, path: "subnetId" },
      { token: tokens.networkInterface, path: "subnetId" },
      { token: tokens.loadBalancer, path: "subnets" },
      { token: tokens.vpcEndpoint, path: "subnetIds" },
      { token: tokens.rdsSubnetGroup, path: "subnetIds" },
      { token: tokens.cacheSubnetGroup, path: "subnetIds" },
      { token: tokens.serverlessCache, path: "subnetIds" },
      { token: tokens.mountTarget, path: "subnetId" },
      { token: tokens.autoScalingGroup, path: "vpcZoneIdentifiers" },
      { token: tokens.lambdaFunction, path: "vpcConfig.subnetIds" },
    ]);
    if (dependents.length > 0)
      throw new AwsError(
        "DependencyViolation",
        "EC2: DeleteSubnet",
        `The subnet '${id}' has dependencies and cannot be deleted.`,
      );
  },
};
