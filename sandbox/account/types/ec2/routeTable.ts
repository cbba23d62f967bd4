import { AwsError } from "../../awsError";
import type { ResourceType } from "../../resourceType";
import { regionalArn } from "../arn";
import { blocks, text } from "../reading";
import { tokens } from "../tokens";
import { requireVpc } from "./references";
import { requireRouteTarget } from "./route";

/** Not modelled: the routes that gateway endpoints and virtual private gateways add by themselves. */
export const routeTable: ResourceType = {
  token: tokens.routeTable,
  source: "internal/service/ec2/vpc_route_table.go",
  replaceOn: ["vpcId"],
  unordered: ["propagatingVgws", "routes"],
  computed: ["arn", "ownerId", "propagatingVgws", "routes"],
  create(inputs, account) {
    requireVpc(account, "EC2: CreateRouteTable", text(inputs, "vpcId"));
    for (const route of blocks(inputs, "routes")) requireRouteTarget(account, "EC2: CreateRoute", route);
    const id = account.newId("rtb");
    return {
      id,
      outputs: {
        arn: regionalArn(account, "ec2", `route-table/${id}`),
        ownerId: account.accountId,
        propagatingVgws: inputs.propagatingVgws ?? [],
        routes: inputs.routes ?? [],
      },
    };
  },
  update(_id, _olds, news, account) {
    for (const route of blocks(news, "routes")) requireRouteTarget(account, "EC2: CreateRoute", route);
    return {};
  },
  remove(id, _properties, account) {
    // The provider disassociates before it deletes; what is left can only be an association that it does not own.
    const associated = account
      .all(tokens.routeTableAssociation)
      .some(({ properties }) => properties.routeTableId === id);
    if (associated)
      throw new AwsError(
        "DependencyViolation",
        "EC2: DeleteRouteTable",
        `The routeTable '${id}' has dependencies and cannot be deleted.`,
      );
  },
};
