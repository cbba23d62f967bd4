import { LaunchTemplate } from "@pulumi/aws/ec2";
import type * as pulumi from "@pulumi/pulumi";
import type { WorkloadConfig } from "../config/sections/workload";
import { type EstateIdentity, hostTags, type Tags } from "../tags";
import type { Workload } from "../workloads/workload";
import { rootDeviceNameOf } from "./rootDevice";

export interface LaunchTemplateArgs {
  readonly identity: EstateIdentity;
  readonly workload: Workload;
  readonly config: WorkloadConfig;
  readonly imageId: pulumi.Input<string>;
  /** Base64. Plain text, so that it is known, and judged, in every preview. */
  readonly userData: string;
  readonly securityGroupId: pulumi.Input<string>;
  readonly instanceProfileArn: pulumi.Input<string>;
}

/** EC2 creates these with an instance, and tags none of them unless told to. */
export const taggedTypes = ["instance", "volume", "network-interface"] as const;

/** What an instance of the fleet is. Every change makes a new version; none touches an instance that runs. */
export function createLaunchTemplate(
  name: string,
  args: LaunchTemplateArgs,
  opts: pulumi.CustomResourceOptions,
): LaunchTemplate {
  const { identity, workload, config } = args;
  const instanceTags = hostTags(identity, workload);
  return new LaunchTemplate(
    name,
    {
      imageId: args.imageId,
      instanceType: config.instanceType,
      iamInstanceProfile: { arn: args.instanceProfileArn },
      metadataOptions: planMetadataOptions(workload),
      blockDeviceMappings: [planRootVolume(config)],
      // Once a template has an interface block, security groups count only inside it.
      networkInterfaces: [
        {
          deviceIndex: 0,
          associatePublicIpAddress: "false",
          deleteOnTermination: "true",
          securityGroups: [args.securityGroupId],
        },
      ],
      // Metrics by the minute, where scaling on five-minute averages would come too late. Billed per instance.
      monitoring: { enabled: true },
      userData: args.userData,
      tagSpecifications: taggedTypes.map((resourceType) => ({ resourceType, tags: instanceTags })),
      // The default is what people get who launch by hand; it should be what the fleet runs.
      updateDefaultVersion: true,
      tags: { Name: name, ...planHopLimitTag(workload) },
    },
    opts,
  );
}

export function planMetadataOptions({ imdsHopLimit }: Pick<Workload, "imdsHopLimit">) {
  return {
    httpEndpoint: "enabled",
    httpTokens: "required",
    httpPutResponseHopLimit: imdsHopLimit,
    // An instance reads its role and environment from its tags without any permission.
    instanceMetadataTags: "enabled",
  };
}

/** Two hops are what containers behind a bridge need: said in a tag, where the rule on hop limits looks for it. */
export function planHopLimitTag({ imdsHopLimit }: Pick<Workload, "imdsHopLimit">): Tags {
  return imdsHopLimit === 1 ? {} : { "bakeline:imds-hop-limit": `${imdsHopLimit}` };
}

/**
 * Encrypted by the account's key for EBS (alias/aws/ebs, unless the account chose another). A key of our own would
 * need a grant to the service-linked role of Auto Scaling before the first launch, and where that is missing
 * instances die unexplained; its use, sharing encrypted images with other accounts, does not arise here:
 * https://docs.aws.amazon.com/autoscaling/ec2/userguide/key-policy-requirements-EBS-encryption.html
 */
export function planRootVolume(
  config: Pick<WorkloadConfig, "imageParameter" | "rootDeviceName" | "rootVolumeSizeGiB">,
) {
  return {
    deviceName: rootDeviceNameOf(config),
    ebs: {
      volumeType: "gp3",
      volumeSize: config.rootVolumeSizeGiB,
      encrypted: "true",
      deleteOnTermination: "true",
    },
  };
}
