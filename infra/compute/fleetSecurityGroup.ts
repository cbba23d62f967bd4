import { SecurityGroup } from "@pulumi/aws/ec2";
import { SecurityGroupEgressRule, SecurityGroupIngressRule } from "@pulumi/aws/vpc";
import type * as pulumi from "@pulumi/pulumi";
import type { Workload } from "../workloads/workload";

export interface FleetSecurityGroupArgs {
  readonly vpcId: pulumi.Input<string>;
  readonly loadBalancerSecurityGroupId: pulumi.Input<string>;
}

/**
 * In from the load balancer on the workload's port (nothing, where it sends no requests), out by HTTPS (SSM, CloudWatch, package repositories), and
 * nothing else: no SSH, because Session Manager needs no port. DNS and time are the VPC's own and pass any group.
 */
export function createFleetSecurityGroup(
  { name, port, traffic }: Workload,
  { vpcId, loadBalancerSecurityGroupId }: FleetSecurityGroupArgs,
  opts: pulumi.CustomResourceOptions,
): SecurityGroup {
  const group = new SecurityGroup(
    name,
    { vpcId, description: `Instances of ${name}`, tags: { Name: name } },
    opts,
  );
  if (traffic.kind === "loadBalancer")
    admitLoadBalancer(name, port, group.id, loadBalancerSecurityGroupId, opts);
  new SecurityGroupEgressRule(
    `${name}-to-internet-https`,
    {
      securityGroupId: group.id,
      ipProtocol: "tcp",
      fromPort: 443,
      toPort: 443,
      cidrIpv4: "0.0.0.0/0",
      description: `HTTPS from ${name} to AWS and package repositories`,
      tags: { Name: `${name}-to-internet-https` },
    },
    opts,
  );
  return group;
}

function admitLoadBalancer(
  name: string,
  port: number,
  securityGroupId: pulumi.Input<string>,
  loadBalancerSecurityGroupId: pulumi.Input<string>,
  opts: pulumi.CustomResourceOptions,
): void {
  const onPort = { ipProtocol: "tcp", fromPort: port, toPort: port };
  new SecurityGroupIngressRule(
    `${name}-from-load-balancer`,
    {
      ...onPort,
      securityGroupId,
      referencedSecurityGroupId: loadBalancerSecurityGroupId,
      description: `HTTP from the load balancer to ${name}`,
      tags: { Name: `${name}-from-load-balancer` },
    },
    opts,
  );
  new SecurityGroupEgressRule(
    `load-balancer-to-${name}`,
    {
      ...onPort,
      securityGroupId: loadBalancerSecurityGroupId,
      referencedSecurityGroupId: securityGroupId,
      description: `HTTP from the load balancer to ${name}`,
      tags: { Name: `load-balancer-to-${name}` },
    },
    opts,
  );
}
