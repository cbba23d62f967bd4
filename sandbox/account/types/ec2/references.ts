import type { AccountView, Entry } from "../../accountView";
import { AwsError } from "../../awsError";
import { text } from "../reading";
import { tokens } from "../tokens";

/** What one EC2 call names must exist: each of these finds it or refuses with EC2's own code for that kind of id. */
export function requireVpc(account: AccountView, operation: string, id: string | undefined): Entry {
  return requireEntry(account, tokens.vpc, id, () => {
    throw new AwsError("InvalidVpcID.NotFound", operation, `The vpc ID '${id ?? ""}' does not exist`);
  });
}

export function requireSubnet(account: AccountView, operation: string, id: string | undefined): Entry {
  return requireEntry(account, tokens.subnet, id, () => {
    throw new AwsError("InvalidSubnetID.NotFound", operation, `The subnet ID '${id ?? ""}' does not exist`);
  });
}

export function requireInternetGateway(account: AccountView, operation: string, id: string): Entry {
  return requireEntry(account, tokens.internetGateway, id, () => {
    throw new AwsError(
      "InvalidInternetGatewayID.NotFound",
      operation,
      `The internetGateway ID '${id}' does not exist`,
    );
  });
}

export function requireNatGateway(account: AccountView, operation: string, id: string): Entry {
  return requireEntry(account, tokens.natGateway, id, () => {
    throw new AwsError("InvalidNatGatewayID.NotFound", operation, `The natGateway ID '${id}' does not exist`);
  });
}

/** A route table of the program's, or the main one that came with a VPC. */
export function requireRouteTable(
  account: AccountView,
  operation: string,
  id: string | undefined,
): { vpcId: string } {
  const main = account.all(tokens.vpc).find(({ properties }) => properties.mainRouteTableId === id);
  if (main !== undefined) return { vpcId: main.id };
  const table = requireEntry(account, tokens.routeTable, id, () => {
    throw new AwsError(
      "InvalidRouteTableID.NotFound",
      operation,
      `The routeTable ID '${id ?? ""}' does not exist`,
    );
  });
  return { vpcId: text(table.properties, "vpcId") ?? "" };
}

/** The security groups exist. A VPC's default group counts: it is a property of the VPC, not an entry of its own. */
export function requireSecurityGroups(account: AccountView, operation: string, ids: readonly string[]): void {
  for (const id of ids)
    if (securityGroupVpc(account, id) === undefined)
      throw new AwsError("InvalidGroup.NotFound", operation, `The security group '${id}' does not exist`);
}

/** The security groups exist and are of the subnet's VPC, as every interface needs it. */
export function requireGroupsInSubnet(
  account: AccountView,
  operation: string,
  ids: readonly string[],
  subnet: Entry,
): void {
  requireSecurityGroups(account, operation, ids);
  const stranger = ids.find((id) => securityGroupVpc(account, id) !== subnet.properties.vpcId);
  if (stranger !== undefined)
    throw new AwsError(
      "InvalidParameter",
      operation,
      `Security group ${stranger} and subnet ${subnet.id} belong to different networks.`,
    );
}

/** The VPC of a security group, undefined when there is no such group. */
export function securityGroupVpc(account: AccountView, id: string): string | undefined {
  const group = account.find(tokens.securityGroup, id);
  if (group !== undefined) return text(group.properties, "vpcId");
  return account.all(tokens.vpc).find(({ properties }) => properties.defaultSecurityGroupId === id)?.id;
}

function requireEntry(
  account: AccountView,
  token: string,
  id: string | undefined,
  refuse: () => never,
): Entry {
  return (id === undefined ? undefined : account.find(token, id)) ?? refuse();
}
