import { crc32 } from "node:zlib";
import type { AccountView } from "../../accountView";
import { AwsError } from "../../awsError";
import type { CheckFailure, ResourceType } from "../../resourceType";
import type { Properties } from "../../values";
import { given, text } from "../reading";
import { tokens } from "../tokens";
import { checkCidr } from "./cidr";
import { requireInternetGateway, requireNatGateway, requireRouteTable } from "./references";

const destinations = ["destinationCidrBlock", "destinationIpv6CidrBlock", "destinationPrefixListId"];
const targets = [
  "carrierGatewayId",
  "coreNetworkArn",
  "egressOnlyGatewayId",
  "gatewayId",
  "localGatewayId",
  "natGatewayId",
  "networkInterfaceId",
  "odbNetworkArn",
  "transitGatewayId",
  "vpcEndpointId",
  "vpcPeeringConnectionId",
];

/** Not modelled: whether targets other than internet gateways, NAT gateways and network interfaces exist; IPv6 rules. */
export const route: ResourceType = {
  token: tokens.route,
  source: "internal/service/ec2/vpc_route.go",
  replaceOn: [...destinations, "routeTableId"],
  computed: ["instanceId", "instanceOwnerId", "networkInterfaceId", "origin", "state"],
  validate(inputs) {
    const cidr = text(inputs, "destinationCidrBlock");
    return [
      ...exactlyOne(inputs, destinations),
      ...exactlyOne(inputs, targets),
      ...(cidr === undefined ? [] : checkCidr("destinationCidrBlock", cidr)),
    ];
  },
  create(inputs, account) {
    const operation = "EC2: CreateRoute";
    const tableId = text(inputs, "routeTableId") ?? "";
    requireRouteTable(account, operation, tableId);
    if (inputs.gatewayId === "local")
      throw new AwsError("InvalidGatewayID.NotFound", operation, "The gateway ID 'local' does not exist");
    requireRouteTarget(account, operation, inputs);
    const id = routeId(inputs);
    if (account.find(tokens.route, id) !== undefined)
      throw new AwsError(
        "RouteAlreadyExists",
        operation,
        `The route identified by ${destinationOf(inputs)} already exists.`,
      );
    return {
      id,
      outputs: {
        instanceId: "",
        instanceOwnerId: "",
        networkInterfaceId: text(inputs, "networkInterfaceId") ?? "",
        origin: "CreateRoute",
        state: "active",
      },
    };
  },
  update(_id, _olds, news, account) {
    requireRouteTarget(account, "EC2: ReplaceRoute", news);
    return {};
  },
  naturalId: routeId,
};

/** The gateway, NAT gateway or interface that a route (its own resource, or a block of a route table) leads to exists. */
export function requireRouteTarget(account: AccountView, operation: string, target: Properties): void {
  const gateway = text(target, "gatewayId");
  if (gateway?.startsWith("igw-")) requireInternetGateway(account, operation, gateway);
  const nat = text(target, "natGatewayId");
  if (nat !== undefined) requireNatGateway(account, operation, nat);
  const networkInterface = text(target, "networkInterfaceId");
  if (networkInterface !== undefined && account.find(tokens.networkInterface, networkInterface) === undefined)
    throw new AwsError(
      "InvalidNetworkInterfaceID.NotFound",
      operation,
      `The networkInterface ID '${networkInterface}' does not exist`,
    );
}

/** The provider's own id, which AWS does not know: `r-`, the table, and the CRC-32 of the destination. */
function routeId(inputs: Properties): string {
  return `r-${text(inputs, "routeTableId") ?? ""}${crc32(destinationOf(inputs))}`;
}

function destinationOf(inputs: Properties): string {
  return destinations.map((name) => text(inputs, name)).find((value) => value !== undefined) ?? "";
}

function exactlyOne(inputs: Properties, names: readonly string[]): readonly CheckFailure[] {
  const found = names.filter((name) => given(inputs, name));
  if (found.length === 1) return [];
  return [
    {
      property: found[1] ?? names[0] ?? "",
      reason: `expected exactly one of ${names.join(", ")}, got ${found.length === 0 ? "none" : found.join(", ")}`,
    },
  ];
}
