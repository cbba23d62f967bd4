import { SecurityGroup } from "@pulumi/aws/ec2";
import { InfrastructureConfiguration } from "@pulumi/aws/imagebuilder";
import { SecurityGroupEgressRule } from "@pulumi/aws/vpc";
import * as pulumi from "@pulumi/pulumi";
import type { Account } from "../account/account";
import type { PolicyStatement } from "../account/policyDocument";
import { planAgentGrants } from "../compute/agentGrants";
import { InstanceProfile } from "../compute/instanceProfile";
import type { Network } from "../network/network";
import type { BootstrapBucket } from "../state/bootstrapBucket";

export interface ImageBuilderArgs {
  readonly account: pulumi.Output<Account>;
  readonly stack: string;
  readonly bucket: BootstrapBucket;
  readonly network: Network;
}

/** Builds and tests need a processor that is not used up after a minute, and no more: 0.10 USD an hour, while they run. */
const instanceTypes = ["m6i.large"];

const logPrefix = "image-builder-logs";

/** Where a stack's images are built: an instance of its own for each build, in a private subnet, and gone afterwards. */
export class ImageBuilder extends pulumi.ComponentResource {
  readonly infrastructureArn: pulumi.Output<string>;

  constructor(name: string, args: ImageBuilderArgs, opts?: pulumi.ComponentResourceOptions) {
    super("bakeline:images:ImageBuilder", name, {}, opts);
    const parent = { parent: this };
    const { account, stack, bucket, network } = args;

    const securityGroup = new SecurityGroup(
      name,
      { vpcId: network.vpcId, description: "Instances that build images", tags: { Name: name } },
      parent,
    );
    const egress = new SecurityGroupEgressRule(
      `${name}-to-internet-https`,
      {
        securityGroupId: securityGroup.id,
        ipProtocol: "tcp",
        fromPort: 443,
        toPort: 443,
        cidrIpv4: "0.0.0.0/0",
        description: "HTTPS to AWS and package repositories",
        tags: { Name: `${name}-to-internet-https` },
      },
      parent,
    );
    const statements = pulumi
      .all([account, bucket.arn])
      .apply(([it, bucketArn]) => planBuildGrants(it, bucketArn));
    const profile = new InstanceProfile(name, { statements }, parent);
    const infrastructure = new InfrastructureConfiguration(
      name,
      {
        name: `${stack}-${name}`,
        description: `Builds the images of ${stack}`,
        instanceProfileName: profile.profileName,
        instanceTypes,
        instanceMetadataOptions: { httpTokens: "required", httpPutResponseHopLimit: 1 },
        subnetId: network.privateSubnetIds.apply(firstOf),
        securityGroupIds: [securityGroup.id],
        logging: { s3Logs: { s3BucketName: bucket.closed, s3KeyPrefix: logPrefix } },
        terminateInstanceOnFailure: true,
        resourceTags: { Name: name },
        tags: { Name: name },
      },
      // A build begins the moment it is asked for: the way out of the subnet comes before.
      { ...parent, dependsOn: [network, egress] },
    );

    this.infrastructureArn = infrastructure.arn;
    this.registerOutputs({ infrastructureArn: this.infrastructureArn });
  }
}

/**
 * What an instance that builds needs: what AWS's EC2InstanceProfileForImageBuilder has, but logs into our bucket, and
 * reads it. (https://docs.aws.amazon.com/aws-managed-policy/latest/reference/EC2InstanceProfileForImageBuilder.html)
 */
export function planBuildGrants(account: Account, bucketArn: string): PolicyStatement[] {
  const { region, partition } = account;
  return [
    ...planAgentGrants(account),
    {
      Sid: "ReadComponents",
      Effect: "Allow",
      Action: "imagebuilder:GetComponent",
      // Of every account: AWS's own components are among them.
      Resource: `arn:${partition}:imagebuilder:${region}:*:component/*`,
    },
    {
      Sid: "FetchBuilder",
      Effect: "Allow",
      Action: "s3:GetObject",
      Resource: "arn:aws:s3:::ec2imagebuilder*",
    },
    { Sid: "FetchObjects", Effect: "Allow", Action: "s3:GetObject", Resource: `${bucketArn}/*` },
    { Sid: "WriteLogs", Effect: "Allow", Action: "s3:PutObject", Resource: `${bucketArn}/${logPrefix}/*` },
  ];
}

function firstOf(subnetIds: readonly string[]): string {
  const [first] = subnetIds;
  if (first === undefined) throw new Error("images: expected a private subnet to build in, got none");
  return first;
}
