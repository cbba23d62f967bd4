import type { AccountView, Entry } from "../../accountView";
import { AwsError } from "../../awsError";
import { text, valuesAt } from "../reading";
import { tokens } from "../tokens";
import { addressAt, contains } from "./cidr";

/** AWS keeps the first four addresses and the last: https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html */
const RESERVED_AT_START = 4;

const holders = [
  { token: tokens.natGateway, path: "privateIp" },
  { token: tokens.instance, path: "privateIp" },
  { token: tokens.networkInterface, path: "privateIps" },
];

/** The next free private addresses of a subnet, lowest first. AWS picks at random; here the choice is repeatable. */
export function freeAddresses(
  account: AccountView,
  operation: string,
  subnet: Entry,
  count: number,
): readonly string[] {
  const cidr = text(subnet.properties, "cidrBlock") ?? "";
  const taken = takenAddresses(account, subnet.id);
  const free: string[] = [];
  for (let index = RESERVED_AT_START; free.length < count; index += 1) {
    const address = addressAt(cidr, index);
    if (address === undefined || addressAt(cidr, index + 1) === undefined)
      throw new AwsError(
        "InsufficientFreeAddressesInSubnet",
        operation,
        "The specified subnet does not have enough free addresses to satisfy the request.",
      );
    if (!taken.has(address)) free.push(address);
  }
  return free;
}

/** An address that the program chose lies in the subnet and nothing else there has it. */
export function requireAddresses(
  account: AccountView,
  operation: string,
  subnet: Entry,
  addresses: readonly string[],
): void {
  const cidr = text(subnet.properties, "cidrBlock") ?? "";
  const taken = takenAddresses(account, subnet.id);
  for (const address of addresses) {
    if (!contains(cidr, address))
      throw new AwsError(
        "InvalidParameterValue",
        operation,
        `Address ${address} does not fall within the subnet's address range`,
      );
    if (taken.has(address))
      throw new AwsError("InvalidIPAddress.InUse", operation, `Address ${address} is in use.`);
  }
}

function takenAddresses(account: AccountView, subnetId: string): ReadonlySet<unknown> {
  return new Set(
    holders.flatMap(({ token, path }) =>
      account
        .all(token)
        .filter(({ properties }) => properties.subnetId === subnetId)
        .flatMap(({ properties }) => valuesAt(properties, path)),
    ),
  );
}
