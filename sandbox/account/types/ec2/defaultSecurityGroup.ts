import { AwsError } from "../../awsError";
import type { ResourceType } from "../../resourceType";
import { regionalArn } from "../arn";
import { text } from "../reading";
import { tokens } from "../tokens";
import { requireVpc } from "./references";
import { authorizeInlineRules, checkInlineRules } from "./securityGroup";

/** The group that comes with a VPC: "create" adopts it and replaces its rules, "delete" leaves it as it is. */
export const defaultSecurityGroup: ResourceType = {
  token: tokens.defaultSecurityGroup,
  source: "internal/service/ec2/vpc_default_security_group.go",
  replaceOn: ["vpcId"],
  unordered: ["egress", "egress.securityGroups", "ingress", "ingress.securityGroups"],
  defaults: { revokeRulesOnDelete: false },
  computed: ["arn", "description", "egress", "ingress", "name", "namePrefix", "ownerId", "vpcId"],
  validate: checkInlineRules,
  create(inputs, account) {
    const operation = "EC2: DescribeSecurityGroups";
    const vpcId = text(inputs, "vpcId");
    if (vpcId === undefined)
      throw new AwsError("VPCIdNotSpecified", operation, "No default VPC for this user");
    const id = text(requireVpc(account, operation, vpcId).properties, "defaultSecurityGroupId") ?? "";
    authorizeInlineRules(inputs, account);
    return {
      id,
      outputs: {
        arn: regionalArn(account, "ec2", `security-group/${id}`),
        description: "default VPC security group",
        egress: inputs.egress ?? [],
        ingress: inputs.ingress ?? [],
        name: "default",
        namePrefix: "",
        ownerId: account.accountId,
        vpcId,
      },
    };
  },
  update(_id, _olds, news, account) {
    authorizeInlineRules(news, account);
    return {};
  },
};
