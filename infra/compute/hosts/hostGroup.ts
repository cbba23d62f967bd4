import type { Group } from "@pulumi/aws/autoscaling";
import { LaunchTemplate } from "@pulumi/aws/ec2";
import type * as pulumi from "@pulumi/pulumi";
import { interfaceTag } from "../../bootstrap/shell/interfaces";
import type { HostPlan } from "../../hosts/plan";
import type { RefreshStrategy } from "../../rollout/strategy";
import { hostTags } from "../../tags";
import type { InstanceProfile } from "../instanceProfile";
import { planHopLimitTag, planMetadataOptions, planRootVolume, taggedTypes } from "../launchTemplate";
import { createRolledOutGroup } from "../rolledOutGroup";
import type { HostBase } from "./hostBase";
import type { HostContext } from "./hostContext";

/** An interface that comes and goes with its instance. */
export interface TemplateInterface {
  readonly subnetId: pulumi.Input<string>;
  readonly securityGroupIds: readonly pulumi.Input<string>[];
  /** Private addresses beside the primary one. Default: 0. */
  readonly secondaryAddresses?: number;
}

export interface HostGroupArgs {
  readonly context: HostContext;
  readonly plan: HostPlan;
  readonly base: HostBase;
  readonly profile: InstanceProfile;
  readonly zone: string;
  /** In the order of device indices; all in `zone`. */
  readonly interfaces: readonly TemplateInterface[];
  /** What instances attach by themselves, when they boot. */
  readonly interfaceId?: pulumi.Input<string>;
  readonly placementGroup?: pulumi.Input<string>;
  readonly minSize: number;
  readonly maxSize: number;
  /** Percent of the instances that a replacement keeps. 0: the old one ends first, for it has what the new one needs. */
  readonly keptWhileReplacing: 0 | 50 | 100;
}

/**
 * A template and a group of one zone. Auto Scaling puts instances into the group's subnets, and all interfaces into the
 * same one, unless the template's blocks name a subnet each and the group names its zone alone:
 * https://github.com/hashicorp/terraform-provider-aws/issues/19911
 */
export function createHostGroup(
  name: string,
  args: HostGroupArgs,
  opts: pulumi.CustomResourceOptions,
): Group {
  const { context, plan, base, profile, zone, interfaceId } = args;
  const { host, settings, userData } = plan;
  const tags = hostTags(context.identity, host);
  const template = new LaunchTemplate(
    name,
    {
      imageId: context.lookUpImage(settings.imageParameter),
      instanceType: settings.instanceType,
      iamInstanceProfile: { arn: profile.arn },
      metadataOptions: planMetadataOptions(host),
      blockDeviceMappings: [planRootVolume(settings)],
      networkInterfaces: args.interfaces.map(
        ({ subnetId, securityGroupIds, secondaryAddresses }, deviceIndex) => ({
          deviceIndex,
          subnetId,
          // Said with one interface, forbidden with two: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_InstanceNetworkInterfaceSpecification.html
          ...(args.interfaces.length === 1 ? { associatePublicIpAddress: "false" } : {}),
          ...(secondaryAddresses === undefined || secondaryAddresses === 0
            ? {}
            : { ipv4AddressCount: secondaryAddresses }),
          deleteOnTermination: "true",
          securityGroups: [...securityGroupIds],
        }),
      ),
      ...(args.placementGroup === undefined ? {} : { placement: { groupName: args.placementGroup } }),
      monitoring: { enabled: true },
      userData: userData.userData,
      tagSpecifications: taggedTypes.map((resourceType) => ({ resourceType, tags })),
      updateDefaultVersion: true,
      tags: { Name: name, ...planHopLimitTag(host) },
    },
    opts,
  );
  const groupTags = { ...tags, ...(interfaceId === undefined ? {} : { [interfaceTag]: interfaceId }) };
  return createRolledOutGroup(
    name,
    {
      // Hosts have no image of their own: all of their steps run at boot.
      tier: "base",
      strategy: planStrategy(args.keptWhileReplacing),
      launchTemplate: template,
      group: {
        availabilityZones: [zone],
        minSize: args.minSize,
        maxSize: args.maxSize,
        healthCheckType: "EC2",
      },
      tags: { ...groupTags, Name: name },
      region: context.config.region,
      stack: context.identity.stack,
    },
    { ...opts, dependsOn: [context.network, base, profile] },
  );
}

/**
 * Where nothing is kept, the old instance ends before its successor starts: an interface is attached to one instance only,
 * so a group of one that owns an interface is away for as long as a boot takes. A pair keeps the half that has it.
 */
function planStrategy(keptWhileReplacing: HostGroupArgs["keptWhileReplacing"]): RefreshStrategy {
  return {
    minHealthyPercentage: keptWhileReplacing,
    maxHealthyPercentage: keptWhileReplacing === 100 ? 150 : 100,
    checkpointPercentages: [],
    checkpointDelaySeconds: 0,
    bakeSeconds: 0,
    warmupSeconds: 60,
  };
}
