import * as pulumi from "@pulumi/pulumi";
import type { Account } from "../account/account";
import type { WorkloadConfig } from "../config/sections/workload";
import type { Network } from "../network/network";
import { createLogGroup, workloadLogGroupName } from "../state/logGroup";
import { type EstateIdentity, hostTags } from "../tags";
import type { Workload } from "../workloads/workload";
import { createAutoScalingGroup } from "./autoScalingGroup";
import { createFleetSecurityGroup } from "./fleetSecurityGroup";
import { InstanceProfile } from "./instanceProfile";
import { createLaunchTemplate } from "./launchTemplate";
import type { LoadBalancer } from "./loadBalancer";
import { createScaling } from "./scaling";
import { createListenerRule, createTargetGroup } from "./targetGroup";

export interface FleetArgs {
  readonly identity: EstateIdentity;
  readonly account: pulumi.Output<Account>;
  readonly workload: Workload;
  readonly config: WorkloadConfig;
  readonly network: Network;
  readonly loadBalancer: LoadBalancer;
  /** Encrypts what its instances log. */
  readonly logKeyArn: pulumi.Input<string>;
}

/** A workload's instances, everything that makes them, and the way to them from the load balancer. */
export class Fleet extends pulumi.ComponentResource {
  readonly launchTemplateId: pulumi.Output<string>;
  /** The version the group runs, or is being rolled out to. */
  readonly launchTemplateVersion: pulumi.Output<number>;
  readonly autoScalingGroupName: pulumi.Output<string>;
  readonly targetGroupArnSuffix: pulumi.Output<string>;
  readonly logGroupName: pulumi.Output<string>;

  constructor(name: string, args: FleetArgs, opts?: pulumi.ComponentResourceOptions) {
    super("bakeline:compute:Fleet", name, {}, opts);
    const parent = { parent: this };
    const { identity, account, workload, config, network, loadBalancer, logKeyArn } = args;
    // As plain text too, so that user data is known, and judged, in every preview.
    const logGroupName = workloadLogGroupName(identity.stack, workload.name);

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
    const instanceProfile = new InstanceProfile(name, { account }, parent);
    const launchTemplate = createLaunchTemplate(
      name,
      {
        identity,
        workload,
        config,
        logGroupName,
        securityGroupId: securityGroup.id,
        instanceProfileArn: instanceProfile.arn,
      },
      parent,
    );
    const targetGroup = createTargetGroup(workload, network.vpcId, parent);
    const rule = createListenerRule(workload, loadBalancer.httpsListenerArn, targetGroup.arn, parent);
    const group = createAutoScalingGroup(
      name,
      {
        config,
        launchTemplate,
        subnetIds: network.privateSubnetIds,
        targetGroupArn: targetGroup.arn,
        tags: hostTags(identity, workload),
      },
      // An instance boots the moment the group exists: the way out of its subnet, what its role may do, where it
      // logs and the listener that sends it health checks come before.
      { ...parent, dependsOn: [network, instanceProfile, logGroup, rule] },
    );
    createScaling(
      name,
      {
        config,
        autoScalingGroupName: group.name,
        loadBalancerArnSuffix: loadBalancer.arnSuffix,
        targetGroupArnSuffix: targetGroup.arnSuffix,
      },
      { ...parent, dependsOn: rule },
    );

    this.launchTemplateId = launchTemplate.id;
    this.launchTemplateVersion = launchTemplate.latestVersion;
    this.autoScalingGroupName = group.name;
    this.targetGroupArnSuffix = targetGroup.arnSuffix;
    this.logGroupName = logGroup.name;
    this.registerOutputs({
      launchTemplateId: this.launchTemplateId,
      launchTemplateVersion: this.launchTemplateVersion,
      autoScalingGroupName: this.autoScalingGroupName,
      logGroupName: this.logGroupName,
    });
  }
}
