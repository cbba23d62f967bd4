import { createHash } from "node:crypto";
import { AwsError } from "../../awsError";
import type { ResourceType } from "../../resourceType";
import type { Properties } from "../../values";
import { given, text } from "../reading";
import { tokens } from "../tokens";
import { requireRouteTable, requireSubnet } from "./references";

const CREATE = "EC2: AssociateRouteTable";

/** Not modelled: associations with gateways, other than that the input is accepted. */
export const routeTableAssociation: ResourceType = {
  token: tokens.routeTableAssociation,
  source: "internal/service/ec2/vpc_route_table_association.go",
  replaceOn: ["gatewayId", "subnetId"],
  computed: [],
  validate(inputs) {
    if (given(inputs, "subnetId") !== given(inputs, "gatewayId")) return [];
    return [{ property: "subnetId", reason: "expected exactly one of subnetId, gatewayId" }];
  },
  create(inputs, account) {
    const table = requireRouteTable(account, CREATE, text(inputs, "routeTableId"));
    const subnetId = text(inputs, "subnetId");
    if (subnetId !== undefined) {
      const subnet = requireSubnet(account, CREATE, subnetId);
      if (subnet.properties.vpcId !== table.vpcId)
        throw new AwsError(
          "InvalidParameterValue",
          CREATE,
          `Route table ${text(inputs, "routeTableId")} and subnet ${subnetId} belong to different networks`,
        );
      const taken = account
        .all(tokens.routeTableAssociation)
        .find(({ properties }) => properties.subnetId === subnetId);
      if (taken !== undefined)
        throw new AwsError(
          "Resource.AlreadyAssociated",
          CREATE,
          `the specified association for route table ${text(inputs, "routeTableId")} conflicts with an existing association`,
        );
    }
    return { id: associationId(inputs), outputs: {} };
  },
  update(_id, _olds, news, account) {
    requireRouteTable(account, "EC2: ReplaceRouteTableAssociation", text(news, "routeTableId"));
    return {};
  },
  naturalId: associationId,
};

/**
 * AWS's ids here are random. As a subnet (or gateway) has one association at most, one made from it is as unique, and
 * an orphan, which has no tags, can be found again.
 */
function associationId(inputs: Properties): string {
  const associated = text(inputs, "subnetId") ?? text(inputs, "gatewayId") ?? "";
  return `rtbassoc-${createHash("sha256").update(associated).digest("hex").slice(0, 17)}`;
}
