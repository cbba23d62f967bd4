import type * as ebs from "@pulumi/aws/ebs";
import type * as ec2 from "@pulumi/aws/ec2";
import type { Unwrap } from "@pulumi/pulumi";

/** The inputs of every resource type that some rule judges, by Pulumi token, as the SDK declares them. */
export interface ResourceTypes {
  "aws:ebs/encryptionByDefault:EncryptionByDefault": Unwrap<ebs.EncryptionByDefaultArgs>;
  "aws:ebs/volume:Volume": Unwrap<ebs.VolumeArgs>;
  "aws:ec2/instance:Instance": Unwrap<ec2.InstanceArgs>;
  "aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults": Unwrap<ec2.InstanceMetadataDefaultsArgs>;
  "aws:ec2/launchTemplate:LaunchTemplate": Unwrap<ec2.LaunchTemplateArgs>;
}
