import { canonicalBlock, holds, overlap } from "../../cidrBlock";
import { type Finding, wrong } from "../../finding";
import type { PartialConfig } from "../../partialConfig";

/** AWS keeps these for its own services: https://docs.aws.amazon.com/vpc/latest/userguide/RouteTables.html */
const awsOwnBlock = "169.254.168.0/22";

/** Routes to an appliance, as far as AWS or the estate's other routes would refuse them. */
export function applianceRouteProblems({ hosts, network }: PartialConfig): Finding[] {
  const all = Object.entries(hosts.appliance).flatMap(([name, { destinationCidrBlocks = [] }]) =>
    destinationCidrBlocks.map((block, index) => ({
      block,
      path: ["hosts", "appliance", name, "destinationCidrBlocks", index],
    })),
  );
  return all.flatMap(({ block, path }, index) => {
    if (canonicalBlock(block) !== block)
      return [wrong(path, "the block's first address", `write ${canonicalBlock(block)}`)];
    if (block === "0.0.0.0/0")
      return [
        wrong(
          path,
          "a block other than 0.0.0.0/0",
          "name the networks: the default route is the NAT gateway's",
        ),
      ];
    if (overlap(block, awsOwnBlock))
      return [
        wrong(
          path,
          `a block outside of ${awsOwnBlock}`,
          "choose another: AWS refuses routes to its own services",
        ),
      ];
    if (network.cidrBlock !== undefined && holds(network.cidrBlock, block))
      return [
        wrong(
          path,
          `a block outside of the VPC's (${network.cidrBlock})`,
          "remove it: inside of the VPC the local route decides",
        ),
      ];
    if (all.findIndex((other) => other.block === block) < index)
      return [
        wrong(path, "each block once, over all appliances", "remove it: a table has one route to a block"),
      ];
    return [];
  });
}
