import type { AccountView } from "../../accountView";
import { AwsError } from "../../awsError";
import type { ResourceType } from "../../resourceType";
import type { Properties } from "../../values";
import { regionalArn } from "../arn";
import { given, number, text } from "../reading";
import { tokens } from "../tokens";
import { checkCidr } from "./cidr";
import { requireSecurityGroups } from "./references";
import { requirePortRange } from "./securityGroup";

const sources = ["cidrIpv4", "cidrIpv6", "prefixListId", "referencedSecurityGroupId"];
const identity = ["securityGroupId", "ipProtocol", "fromPort", "toPort", ...sources];

export const securityGroupIngressRule = securityGroupRule(
  tokens.securityGroupIngressRule,
  "internal/service/ec2/vpc_security_group_ingress_rule.go",
  "EC2: AuthorizeSecurityGroupIngress",
);

/** The provider's egress rule is its ingress rule with two other calls (`vpc_security_group_egress_rule.go`). */
export const securityGroupEgressRule = securityGroupRule(
  tokens.securityGroupEgressRule,
  "internal/service/ec2/vpc_security_group_ingress_rule.go",
  "EC2: AuthorizeSecurityGroupEgress",
);

/** Not modelled: that a change of the source's kind (CIDR to group, say) replaces a rule; here it updates in place. */
function securityGroupRule(token: string, source: string, operation: string): ResourceType {
  return {
    token,
    source,
    replaceOn: ["securityGroupId"],
    computed: ["arn", "securityGroupRuleId"],
    validate(inputs) {
      const found = sources.filter((name) => given(inputs, name));
      const cidr = text(inputs, "cidrIpv4");
      const ports = ["fromPort", "toPort"].filter((name) => {
        const port = number(inputs, name);
        return port !== undefined && (port < -1 || port > 65535);
      });
      return [
        ...(found.length === 1
          ? []
          : [{ property: found[1] ?? "cidrIpv4", reason: `expected exactly one of ${sources.join(", ")}` }]),
        ...(cidr === undefined ? [] : checkCidr("cidrIpv4", cidr)),
        ...ports.map((property) => ({ property, reason: "expected a port from -1 to 65535" })),
      ];
    },
    create(inputs, account) {
      authorize(token, operation, inputs, account);
      const id = account.newId("sgr");
      return {
        id,
        outputs: { arn: regionalArn(account, "ec2", `security-group-rule/${id}`), securityGroupRuleId: id },
      };
    },
    update(id, _olds, news, account) {
      authorize(token, "EC2: ModifySecurityGroupRules", news, account, id);
      return {};
    },
  };
}

function authorize(
  token: string,
  operation: string,
  rule: Properties,
  account: AccountView,
  self?: string,
): void {
  const groups = ["securityGroupId", "referencedSecurityGroupId"].flatMap((name) => text(rule, name) ?? []);
  requireSecurityGroups(account, operation, groups);
  requirePortRange(operation, text(rule, "ipProtocol"), number(rule, "fromPort"), number(rule, "toPort"));
  const twin = account
    .all(token)
    .find(({ id, properties }) => id !== self && identity.every((name) => properties[name] === rule[name]));
  if (twin !== undefined) {
    const peer = sources.map((name) => text(rule, name)).find((value) => value !== undefined) ?? "";
    throw new AwsError(
      "InvalidPermission.Duplicate",
      operation,
      `the specified rule "peer: ${peer}, ${text(rule, "ipProtocol") ?? ""}" already exists (${twin.id})`,
    );
  }
}
