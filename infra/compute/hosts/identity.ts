import type { NetworkInterface } from "@pulumi/aws/ec2";
import type * as pulumi from "@pulumi/pulumi";
import type { InterfaceConfig } from "../../config/sections/hostInterface";
import type { HostPlan } from "../../hosts/plan";
import { type HostContext, requireManagement, subnetFor } from "./hostContext";
import type { TemplateInterface } from "./hostGroup";
import { createHostInterface } from "./hostInterface";
import { createHostSecurityGroup, toAws } from "./hostSecurityGroup";

/** The group of a host's interfaces: its service from the VPC, and out by HTTPS. */
export function createServiceGroup(
  name: string,
  context: HostContext,
  { host }: HostPlan,
  opts: pulumi.CustomResourceOptions,
): pulumi.Output<string> {
  return createHostSecurityGroup(
    name,
    {
      vpcId: context.network.vpcId,
      description: `Interfaces of ${name}`,
      rules: [
        {
          name: `${name}-from-vpc`,
          direction: "in",
          protocol: "tcp",
          port: host.port,
          peer: { cidrBlock: context.config.network.cidrBlock },
        },
        toAws(name),
      ],
    },
    opts,
  ).id;
}

/** The interface that a host is known by, where its settings put it. */
export function createIdentity(
  name: string,
  context: HostContext,
  args: {
    readonly zone: string;
    readonly settings: InterfaceConfig;
    readonly securityGroupId: pulumi.Input<string>;
    readonly sourceDestCheck: boolean;
  },
  opts: pulumi.CustomResourceOptions,
): NetworkInterface {
  const { zone, settings, securityGroupId, sourceDestCheck } = args;
  return createHostInterface(
    name,
    {
      subnetId: subnetFor(context, settings.subnet, zone),
      securityGroupIds: [securityGroupId],
      settings,
      sourceDestCheck,
      description: `The interface that ${name} is known by`,
    },
    opts,
  );
}

/** Interfaces of an instance's own, before it has the one it is known by: the workload network, and management if asked. */
export function ownInterfaces(
  context: HostContext,
  zone: string,
  securityGroupId: pulumi.Input<string>,
  managementInterface: boolean,
): TemplateInterface[] {
  const securityGroupIds = [securityGroupId];
  return [
    { subnetId: subnetFor(context, "private", zone), securityGroupIds },
    ...(managementInterface
      ? [{ subnetId: requireManagement(context.management).subnetIn(zone), securityGroupIds }]
      : []),
  ];
}
