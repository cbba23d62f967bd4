import * as pulumi from "@pulumi/pulumi";
import type { Account } from "../account/account";
import type { Network } from "../network/network";
import type { BootstrapBucket } from "../state/bootstrapBucket";
import { createLogGroup } from "../state/logGroup";
import type { WorkloadStores } from "../state/workloadStores";
import { type EstateIdentity, hostTags } from "../tags";
import type { WorkloadPlan } from "../workloads/plan";
import { agentPolicies } from "./agentPolicies";
import { createAutoScalingGroup } from "./autoScalingGroup";
import type { BootObjects } from "./bootObjects";
import { createFleetSecurityGroup } from "./fleetSecurityGroup";
import { planInstanceGrants } from "./instanceGrants";
import { InstanceProfile } from "./instanceProfile";
import { createLaunchTemplate } from "./launchTemplate";
import type { LoadBalancer } from "./loadBalancer";
import { createScaling } from "./scaling";
import { createRoute } from "./targetGroup";

export interface FleetArgs {
  readonly identity: EstateIdentity;
  readonly account: pulumi.Output<Account>;
  readonly region: string;
  readonly plan: WorkloadPlan;
  /** The id of the AMI. */
  readonly imageId: pulumi.Input<string>;
  readonly bucket: BootstrapBucket;
  /** What its instances fetch from the bucket. */
  readonly objects: BootObjects;
  readonly network: Network;
  readonly loadBalancer: LoadBalancer;
  /** Encrypts what its instances log. */
  readonly logKeyArn: pulumi.Input<string>;
  /** What it needs of the stores that the workload names. */
  readonly stores: WorkloadStores;
}

/** A workload's instances, everything that makes them, and the way to them from the load balancer, if there is one. */
export class Fleet extends pulumi.ComponentResource {
  /** The AMI of the launch template. */
  readonly imageId: pulumi.Output<string>;
  readonly launchTemplateId: pulumi.Output<string>;
  /** The version the group runs, or is being rolled out to. */
  readonly launchTemplateVersion: pulumi.Output<number>;
  readonly autoScalingGroupName: pulumi.Output<string>;
  /** Undefined where no load balancer sends requests. */
  readonly targetGroupArnSuffix: pulumi.Output<string> | undefined;
  readonly logGroupName: pulumi.Output<string>;
  readonly securityGroupId: pulumi.Output<string>;

  constructor(name: string, args: FleetArgs, opts?: pulumi.ComponentResourceOptions) {
    super("bakeline:compute:Fleet", name, {}, opts);
    const parent = { parent: this };
    const { identity, account, plan, network, loadBalancer, logKeyArn, stores } = args;
    const { workload, settings: config, logGroupName, secrets, userData } = plan;
    const { stack } = identity;

    const logGroup = createLogGroup(
      name,
      { logGroupName, retentionInDays: config.logRetentionDays, kmsKeyArn: logKeyArn },
      parent,
    );
    const securityGroup = createFleetSecurityGroup(
      workload,
      { vpcId: network.vpcId, loadBalancerSecurityGroupId: loadBalancer.securityGroupId },
      parent,
    );
    stores.createRules(securityGroup.id, parent);
    const route = createRoute(workload, network.vpcId, loadBalancer.httpsListenerArn, parent);
    const targetGroupArn = route?.targetGroup.arn;
    const statements = pulumi
      .all([account, args.bucket.arn, targetGroupArn, stores.statements])
      .apply(([it, bucketArn, ownTargetGroupArn, grants]) =>
        planInstanceGrants(
          {
            account: it,
            stack,
            workload: workload.name,
            bucketArn,
            logGroupName,
            secrets,
            targetGroupArn: ownTargetGroupArn,
          },
          grants,
        ),
      );
    const instanceProfile = new InstanceProfile(
      name,
      { account, managedPolicies: agentPolicies, statements },
      parent,
    );
    const launchTemplate = createLaunchTemplate(
      name,
      {
        identity,
        workload,
        config,
        imageId: args.imageId,
        userData: userData.userData,
        securityGroupId: securityGroup.id,
        instanceProfileArn: instanceProfile.arn,
      },
      parent,
    );
    const group = createAutoScalingGroup(
      name,
      {
        config,
        launchTemplate,
        subnetIds: network.privateSubnetIds,
        targetGroupArn,
        tags: hostTags(identity, workload),
        region: args.region,
        stack,
      },
      // An instance boots the moment the group exists: the way out of its subnet, what its role may do, what it
      // fetches, where it logs and the listener that sends it health checks come before.
      {
        ...parent,
        dependsOn: [
          network,
          instanceProfile,
          args.objects,
          stores,
          logGroup,
          ...(route === undefined ? [] : [route.rule]),
        ],
      },
    );
    createScaling(
      name,
      {
        config,
        autoScalingGroupName: group.name,
        requests:
          route === undefined
            ? undefined
            : {
                loadBalancerArnSuffix: loadBalancer.arnSuffix,
                targetGroupArnSuffix: route.targetGroup.arnSuffix,
              },
      },
      { ...parent, ...(route === undefined ? {} : { dependsOn: route.rule }) },
    );

    this.imageId = pulumi.output(args.imageId);
    this.launchTemplateId = launchTemplate.id;
    this.launchTemplateVersion = launchTemplate.latestVersion;
    this.autoScalingGroupName = group.name;
    this.targetGroupArnSuffix = route?.targetGroup.arnSuffix;
    this.logGroupName = logGroup.name;
    this.securityGroupId = securityGroup.id;
    this.registerOutputs({
      launchTemplateId: this.launchTemplateId,
      launchTemplateVersion: this.launchTemplateVersion,
      autoScalingGroupName: this.autoScalingGroupName,
      logGroupName: this.logGroupName,
    });
  }
}
