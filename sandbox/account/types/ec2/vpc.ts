import { AwsError } from "../../awsError";
import type { ResourceType } from "../../resourceType";
import { regionalArn } from "../arn";
import { findDependents } from "../dependents";
import { flag, text } from "../reading";
import { tokens } from "../tokens";
import { checkCidr } from "./cidr";

/** Not modelled: IPAM pools, IPv6 blocks, secondary CIDR blocks, DHCP options other than the region's default. */
export const vpc: ResourceType = {
  token: tokens.vpc,
  source: "internal/service/ec2/vpc_.go",
  replaceOn: ["cidrBlock", "ipv4IpamPoolId", "ipv4NetmaskLength"],
  defaults: { enableDnsSupport: true, instanceTenancy: "default" },
  computed: [
    "arn",
    "cidrBlock",
    "defaultNetworkAclId",
    "defaultRouteTableId",
    "defaultSecurityGroupId",
    "dhcpOptionsId",
    "enableDnsHostnames",
    "enableNetworkAddressUsageMetrics",
    "ipv6AssociationId",
    "ipv6CidrBlock",
    "ipv6CidrBlockNetworkBorderGroup",
    "mainRouteTableId",
    "ownerId",
  ],
  validate(inputs) {
    const cidr = text(inputs, "cidrBlock");
    return cidr === undefined ? [] : checkCidr("cidrBlock", cidr, 16, 28);
  },
  create(inputs, account) {
    const cidrBlock = text(inputs, "cidrBlock");
    if (cidrBlock === undefined)
      throw new AwsError(
        "MissingParameter",
        "EC2: CreateVpc",
        "Either 'cidrBlock' or 'ipv4IpamPoolId' should be provided.",
      );
    const id = account.newId("vpc");
    const mainRouteTableId = account.newId("rtb");
    return {
      id,
      outputs: {
        arn: regionalArn(account, "ec2", `vpc/${id}`),
        cidrBlock,
        defaultNetworkAclId: account.newId("acl"),
        defaultRouteTableId: mainRouteTableId,
        defaultSecurityGroupId: account.newId("sg"),
        dhcpOptionsId: account.newId("dopt"),
        enableDnsHostnames: flag(inputs, "enableDnsHostnames") ?? false,
        enableNetworkAddressUsageMetrics: flag(inputs, "enableNetworkAddressUsageMetrics") ?? false,
        ipv6AssociationId: "",
        ipv6CidrBlock: "",
        ipv6CidrBlockNetworkBorderGroup: "",
        mainRouteTableId,
        ownerId: account.accountId,
      },
    };
  },
  remove(id, _properties, account) {
    const dependents = findDependents(account, id, [
      { token: tokens.subnet, path: "vpcId" },
      { token: tokens.internetGateway, path: "vpcId" },
      { token: tokens.routeTable, path: "vpcId" },
      { token: tokens.securityGroup, path: "vpcId" },
      { token: tokens.vpcEndpoint, path: "vpcId" },
    ]);
    if (dependents.length > 0)
      throw new AwsError(
        "DependencyViolation",
        "EC2: DeleteVpc",
        `The vpc '${id}' has dependencies and cannot be deleted.`,
      );
  },
};
