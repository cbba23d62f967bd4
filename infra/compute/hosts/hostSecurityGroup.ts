import { SecurityGroup } from "@pulumi/aws/ec2";
import { SecurityGroupEgressRule, SecurityGroupIngressRule } from "@pulumi/aws/vpc";
import type * as pulumi from "@pulumi/pulumi";

/** A rule of a host's group; its name tells it from the others and is its description's beginning. */
export interface HostRule {
  readonly name: string;
  readonly direction: "in" | "out";
  /** -1: all. */
  readonly protocol: "tcp" | "-1";
  /** Left out for all protocols. */
  readonly port?: number;
  readonly peer: { readonly cidrBlock: string } | { readonly securityGroupId: pulumi.Input<string> };
}

/** Out by HTTPS: SSM, CloudWatch, package repositories and the AWS API. DNS and time pass any group. */
export function toAws(host: string): HostRule {
  return {
    name: `${host}-to-internet-https`,
    direction: "out",
    protocol: "tcp",
    port: 443,
    peer: { cidrBlock: "0.0.0.0/0" },
  };
}

export function createHostSecurityGroup(
  name: string,
  args: {
    readonly vpcId: pulumi.Input<string>;
    readonly description: string;
    readonly rules: readonly HostRule[];
  },
  opts: pulumi.CustomResourceOptions,
): SecurityGroup {
  const { vpcId, description, rules } = args;
  const group = new SecurityGroup(name, { vpcId, description, tags: { Name: name } }, opts);
  for (const rule of rules) {
    const Rule = rule.direction === "in" ? SecurityGroupIngressRule : SecurityGroupEgressRule;
    new Rule(
      rule.name,
      {
        securityGroupId: group.id,
        ipProtocol: rule.protocol,
        ...(rule.port === undefined ? {} : { fromPort: rule.port, toPort: rule.port }),
        ...("cidrBlock" in rule.peer
          ? { cidrIpv4: rule.peer.cidrBlock }
          : { referencedSecurityGroupId: rule.peer.securityGroupId }),
        description: rule.name,
        tags: { Name: rule.name },
      },
      opts,
    );
  }
  return group;
}
