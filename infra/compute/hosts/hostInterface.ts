import { Eip, NetworkInterface } from "@pulumi/aws/ec2";
import type * as pulumi from "@pulumi/pulumi";
import type { InterfaceConfig } from "../../config/sections/hostInterface";

export interface HostInterfaceArgs {
  readonly subnetId: pulumi.Input<string>;
  readonly securityGroupIds: readonly pulumi.Input<string>[];
  readonly settings: Pick<InterfaceConfig, "privateIp" | "secondaryPrivateIps" | "elasticIps">;
  /** False for what other hosts' packets pass through. */
  readonly sourceDestCheck: boolean;
  readonly description: string;
}

/**
 * An interface of its own, no instance's: it keeps its MAC address, its private addresses and their Elastic IPs when
 * the instance that has it is replaced.
 */
export function createHostInterface(
  name: string,
  { subnetId, securityGroupIds, settings, sourceDestCheck, description }: HostInterfaceArgs,
  opts: pulumi.CustomResourceOptions,
): NetworkInterface {
  const { privateIp, secondaryPrivateIps, elasticIps } = settings;
  const networkInterface = new NetworkInterface(
    name,
    {
      subnetId,
      description,
      securityGroups: [...securityGroupIds],
      sourceDestCheck,
      ...(privateIp === undefined ? {} : { privateIps: [privateIp, ...secondaryPrivateIps] }),
      // Said where the rule on forwarding looks for it.
      tags: { Name: name, ...(sourceDestCheck ? {} : { "bakeline:appliance": name }) },
    },
    // What is attached where changes without the program: it is the instances' and EC2's to say.
    { ...opts, ignoreChanges: ["attachments"] },
  );
  for (const [index, address] of elasticIps.entries()) {
    const eipName = `${name}-${index + 1}`;
    new Eip(
      eipName,
      {
        domain: "vpc",
        networkInterface: networkInterface.id,
        associateWithPrivateIp: address,
        tags: { Name: eipName },
      },
      opts,
    );
  }
  return networkInterface;
}
