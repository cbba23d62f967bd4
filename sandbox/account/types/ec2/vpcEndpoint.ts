import { isDeepStrictEqual } from "node:util";
import type { AccountView } from "../../accountView";
import { AwsError } from "../../awsError";
import type { ResourceType } from "../../resourceType";
import type { Properties, Value } from "../../values";
import { regionalArn } from "../arn";
import { flag, text, texts } from "../reading";
import { tokens } from "../tokens";
import {
  requireRouteTable,
  requireSecurityGroups,
  requireSubnet,
  requireVpc,
  securityGroupVpc,
} from "./references";

const CREATE = "EC2: CreateVpcEndpoint";

/** What AWS attaches when no policy is given. */
const fullAccess = JSON.stringify({
  Statement: [{ Action: "*", Effect: "Allow", Principal: "*", Resource: "*" }],
  Version: "2008-10-17",
});

/**
 * Gateway and interface endpoints. Not modelled: which services exist in a region, private DNS clashes, endpoints of
 * service networks and resource configurations, the addresses behind a prefix list.
 */
export const vpcEndpoint: ResourceType = {
  token: tokens.vpcEndpoint,
  source: "internal/service/ec2/vpc_endpoint.go",
  replaceOn: [
    "dnsOptions.privateDnsPreference",
    "dnsOptions.privateDnsSpecifiedDomains",
    "resourceConfigurationArn",
    "serviceName",
    "serviceNetworkArn",
    "serviceRegion",
    "vpcEndpointType",
    "vpcId",
  ],
  unordered: ["routeTableIds", "securityGroupIds", "subnetConfigurations", "subnetIds"],
  defaults: { vpcEndpointType: "Gateway" },
  computed: [
    "arn",
    "cidrBlocks",
    "dnsEntries",
    "dnsOptions",
    "ipAddressType",
    "networkInterfaceIds",
    "ownerId",
    "policy",
    "prefixListId",
    "privateDnsEnabled",
    "requesterManaged",
    "routeTableIds",
    "securityGroupIds",
    "serviceRegion",
    "state",
    "subnetConfigurations",
    "subnetIds",
  ],
  recomputedOn: {
    networkInterfaceIds: ["subnetConfigurations", "subnetIds"],
    subnetConfigurations: ["subnetIds"],
    subnetIds: ["subnetConfigurations"],
  },
  create(inputs, account) {
    const vpc = requireVpc(account, CREATE, text(inputs, "vpcId"));
    requirePlacement(account, CREATE, inputs);
    const id = account.newId("vpce");
    const isGateway = inputs.vpcEndpointType === "Gateway";
    const subnets = texts(inputs, "subnetIds");
    const defaultGroup = text(vpc.properties, "defaultSecurityGroupId") ?? "";
    const service = text(inputs, "serviceName") ?? "";
    const dnsEntries: Value = isGateway
      ? []
      : [{ dnsName: `${id}.${service.split(".").reverse().join(".")}`, hostedZoneId: "" }];
    return {
      id,
      outputs: {
        arn: regionalArn(account, "ec2", `vpc-endpoint/${id}`),
        cidrBlocks: [],
        dnsEntries,
        dnsOptions: inputs.dnsOptions ?? {},
        ipAddressType: text(inputs, "ipAddressType") ?? (isGateway ? "" : "ipv4"),
        networkInterfaceIds: subnets.map(() => account.newId("eni")),
        ownerId: account.accountId,
        policy: text(inputs, "policy") ?? fullAccess,
        prefixListId: isGateway ? account.newId("pl") : "",
        privateDnsEnabled: flag(inputs, "privateDnsEnabled") ?? false,
        requesterManaged: false,
        routeTableIds: texts(inputs, "routeTableIds"),
        securityGroupIds: isGateway ? [] : (inputs.securityGroupIds ?? [defaultGroup]),
        serviceRegion: text(inputs, "serviceRegion") ?? account.region,
        state: "available",
        subnetConfigurations: inputs.subnetConfigurations ?? [],
        subnetIds: subnets,
      },
    };
  },
  update(_id, olds, news, account): Properties {
    requirePlacement(account, "EC2: ModifyVpcEndpoint", news);
    const subnets = texts(news, "subnetIds");
    if (subnets.length === 0 || isDeepStrictEqual(subnets, texts(olds, "subnetIds"))) return {};
    return { networkInterfaceIds: subnets.map(() => account.newId("eni")) };
  },
};

/** A gateway endpoint is entries in route tables; an interface endpoint is interfaces in subnets. All in its own VPC. */
function requirePlacement(account: AccountView, operation: string, inputs: Properties): void {
  const vpcId = text(inputs, "vpcId");
  const isGateway = inputs.vpcEndpointType === "Gateway";
  const tables = texts(inputs, "routeTableIds");
  const subnets = texts(inputs, "subnetIds");
  if (isGateway && (subnets.length > 0 || texts(inputs, "securityGroupIds").length > 0))
    throw new AwsError(
      "InvalidParameter",
      operation,
      "Endpoint type (Gateway) does not support subnets or security groups.",
    );
  if (!isGateway && tables.length > 0)
    throw new AwsError(
      "InvalidParameter",
      operation,
      `Endpoint type (${text(inputs, "vpcEndpointType")}) does not support route tables.`,
    );
  for (const id of tables)
    if (requireRouteTable(account, operation, id).vpcId !== vpcId)
      throw new AwsError("InvalidParameter", operation, `Route table ${id} does not belong to VPC ${vpcId}.`);
  for (const id of subnets)
    if (requireSubnet(account, operation, id).properties.vpcId !== vpcId)
      throw new AwsError("InvalidParameter", operation, `Subnet ${id} does not belong to VPC ${vpcId}.`);
  const groups = texts(inputs, "securityGroupIds");
  requireSecurityGroups(account, operation, groups);
  for (const id of groups)
    if (securityGroupVpc(account, id) !== vpcId)
      throw new AwsError(
        "InvalidParameter",
        operation,
        `Security group ${id} does not belong to VPC ${vpcId}.`,
      );
}
