import type { AccountView } from "../../accountView";
import { AwsError } from "../../awsError";
import type { ResourceType } from "../../resourceType";
import { regionalArn } from "../arn";
import { text } from "../reading";
import { tokens } from "../tokens";
import { requireVpc } from "./references";

/** An internet gateway, attached to `vpcId` where that is given, as the provider does it: two calls, one resource. */
export const internetGateway: ResourceType = {
  token: tokens.internetGateway,
  source: "internal/service/ec2/vpc_internet_gateway.go",
  replaceOn: [],
  computed: ["arn", "ownerId", "vpcId"],
  create(inputs, account) {
    const vpcId = text(inputs, "vpcId");
    if (vpcId !== undefined) attach(account, vpcId);
    const id = account.newId("igw");
    return {
      id,
      outputs: {
        arn: regionalArn(account, "ec2", `internet-gateway/${id}`),
        ownerId: account.accountId,
        vpcId: vpcId ?? "",
      },
    };
  },
  update(id, olds, news, account) {
    const before = text(olds, "vpcId");
    const after = text(news, "vpcId");
    if (after === undefined || before === after) return {};
    if (before !== undefined) detach(account, id, before);
    attach(account, after);
    return {};
  },
  remove(id, properties, account) {
    const vpcId = text(properties, "vpcId");
    if (vpcId !== undefined) detach(account, id, vpcId);
  },
};

function attach(account: AccountView, vpcId: string): void {
  const operation = "EC2: AttachInternetGateway";
  requireVpc(account, operation, vpcId);
  const attached = account.all(tokens.internetGateway).find(({ properties }) => properties.vpcId === vpcId);
  if (attached !== undefined)
    throw new AwsError(
      "Resource.AlreadyAssociated",
      operation,
      `resource ${vpcId} is already attached to ${attached.id}: a VPC takes one internet gateway`,
    );
}

/** A VPC whose NAT gateways hold public addresses cannot lose its way to the internet. */
function detach(account: AccountView, id: string, vpcId: string): void {
  const mapped = account
    .all(tokens.natGateway)
    .filter(({ properties }) => properties.connectivityType === "public")
    .some(({ properties }) => {
      const subnet = account.find(tokens.subnet, text(properties, "subnetId") ?? "");
      return subnet?.properties.vpcId === vpcId;
    });
  if (mapped)
    throw new AwsError(
      "DependencyViolation",
      "EC2: DetachInternetGateway",
      `Network ${vpcId} has some mapped public address(es). Please unmap those public address(es) before detaching the gateway ${id}.`,
    );
}
