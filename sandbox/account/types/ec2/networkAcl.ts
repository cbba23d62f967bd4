import { AwsError } from "../../awsError";
import type { CheckFailure, ResourceType } from "../../resourceType";
import type { Properties } from "../../values";
import { regionalArn } from "../arn";
import { blocks, number, text, texts } from "../reading";
import { tokens } from "../tokens";
import { checkCidr } from "./cidr";
import { requireSubnet, requireVpc } from "./references";

/**
 * A network ACL with its rules. Not modelled: IPv6 rules, the limit of 20 rules a direction, and that a subnet which
 * leaves an ACL returns to the VPC's default one.
 */
export const networkAcl: ResourceType = {
  token: tokens.networkAcl,
  source: "internal/service/ec2/vpc_network_acl.go",
  replaceOn: ["vpcId"],
  unordered: ["egress", "ingress", "subnetIds"],
  computed: ["arn", "egress", "ingress", "ownerId", "subnetIds"],
  validate: (inputs) => [...checkRules(inputs, "ingress"), ...checkRules(inputs, "egress")],
  create(inputs, account) {
    const { id: vpcId } = requireVpc(account, "EC2: CreateNetworkAcl", text(inputs, "vpcId"));
    const id = account.newId("acl");
    const requireSubnets = (operation: string) => {
      for (const subnetId of texts(inputs, "subnetIds"))
        if (requireSubnet(account, operation, subnetId).properties.vpcId !== vpcId)
          throw new AwsError(
            "InvalidParameterValue",
            operation,
            `Subnet ${subnetId} and network ACL ${id} belong to different networks.`,
          );
    };
    requireSubnets("EC2: ReplaceNetworkAclAssociation");
    requireRuleNumbers(inputs);
    return {
      id,
      outputs: {
        arn: regionalArn(account, "ec2", `network-acl/${id}`),
        egress: inputs.egress ?? [],
        ingress: inputs.ingress ?? [],
        ownerId: account.accountId,
        subnetIds: texts(inputs, "subnetIds"),
      },
    };
  },
  update(_id, _olds, news) {
    requireRuleNumbers(news);
    return {};
  },
};

function checkRules(inputs: Properties, direction: "ingress" | "egress"): readonly CheckFailure[] {
  return blocks(inputs, direction).flatMap((rule, index) => {
    const at = `${direction}[${index}]`;
    const cidr = text(rule, "cidrBlock");
    const ruleNo = number(rule, "ruleNo");
    return [
      ...(["allow", "deny"].includes((text(rule, "action") ?? "").toLowerCase())
        ? []
        : [{ property: `${at}.action`, reason: "expected allow or deny" }]),
      ...(ruleNo === undefined || (ruleNo >= 1 && ruleNo <= 32_766)
        ? []
        : [{ property: `${at}.ruleNo`, reason: `expected 1 to 32766, got ${ruleNo}` }]),
      ...(cidr === undefined ? [] : checkCidr(`${at}.cidrBlock`, cidr)),
      ...(text(rule, "protocol") === "-1" && (number(rule, "fromPort") !== 0 || number(rule, "toPort") !== 0)
        ? [{ property: `${at}.fromPort`, reason: "both ports must be 0 for all protocols (-1)" }]
        : []),
    ];
  });
}

function requireRuleNumbers(inputs: Properties): void {
  for (const direction of ["ingress", "egress"]) {
    const numbers = blocks(inputs, direction).map((rule) => number(rule, "ruleNo"));
    const twice = numbers.find((ruleNo, index) => numbers.indexOf(ruleNo) !== index);
    if (twice !== undefined)
      throw new AwsError(
        "NetworkAclEntryAlreadyExists",
        "EC2: CreateNetworkAclEntry",
        `The network acl entry identified by ${twice} already exists.`,
      );
  }
}
