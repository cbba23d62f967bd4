import { MetricAlarm } from "@pulumi/aws/cloudwatch";
import { Instance } from "@pulumi/aws/ec2";
import * as pulumi from "@pulumi/pulumi";
import type { HostPlanOf } from "../../hosts/plan";
import { hostTags } from "../../tags";
import { planHopLimitTag, planMetadataOptions, planRootVolume } from "../launchTemplate";
import { HostBase } from "./hostBase";
import type { HostContext } from "./hostContext";
import { createIdentity, createServiceGroup } from "./identity";

export interface SingleHostArgs {
  readonly context: HostContext;
  readonly plan: HostPlanOf<"single">;
}

/** What a failing status check does: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/UsingAlarmActions.html */
const statusAlarms = {
  /** The hardware or the network beneath it: another machine takes the instance, with its interfaces and volumes. */
  recover: { metricName: "StatusCheckFailed_System", evaluationPeriods: 2 },
  /** The instance itself. Later than recovery, or the two would race. */
  reboot: { metricName: "StatusCheckFailed_Instance", evaluationPeriods: 3 },
} as const;

/** One instance on interfaces that outlive it: EC2 recovers it, an alarm reboots it, and a replacement is known as it was. */
export class SingleHost extends pulumi.ComponentResource {
  constructor(name: string, { context, plan }: SingleHostArgs, opts?: pulumi.ComponentResourceOptions) {
    super("bakeline:compute:SingleHost", name, {}, opts);
    const parent = { parent: this };
    const { host, settings, userData } = plan;
    const { zone } = settings;

    const securityGroupId = createServiceGroup(name, context, plan, parent);
    const sourceDestCheck = true;
    const identity = createIdentity(
      name,
      context,
      { zone, settings: settings.interface, securityGroupId, sourceDestCheck },
      parent,
    );
    const interfaces = [identity];
    if (settings.managementInterface) {
      const management = { subnet: "management", secondaryPrivateIps: [], elasticIps: [] } as const;
      interfaces.push(
        createIdentity(
          `${name}-management`,
          context,
          {
            zone,
            settings: { ...management, secondaryPrivateIps: [], elasticIps: [] },
            securityGroupId,
            sourceDestCheck,
          },
          parent,
        ),
      );
    }
    const base = new HostBase(name, { context, plan }, parent);
    const profile = base.createProfile(name, [], parent);
    const { deviceName: _, ebs } = planRootVolume(settings);
    const tags = hostTags(context.identity, host);
    const instance = new Instance(
      name,
      {
        ami: context.lookUpImage(settings.imageParameter),
        instanceType: settings.instanceType,
        iamInstanceProfile: profile.profileName,
        metadataOptions: planMetadataOptions(host),
        rootBlockDevice: { ...ebs, encrypted: true, deleteOnTermination: true, tags },
        networkInterfaces: interfaces.map(({ id }, deviceIndex) => ({
          deviceIndex,
          networkInterfaceId: id,
          deleteOnTermination: false,
        })),
        maintenanceOptions: { autoRecovery: "default" },
        monitoring: true,
        userDataBase64: userData.userData,
        // User data runs at the first boot only: changed in place it would lie about what the instance is.
        userDataReplaceOnChange: true,
        tags: { ...tags, ...planHopLimitTag(host) },
      },
      // The next instance gets the interfaces, which the old one has until it is gone.
      { ...parent, deleteBeforeReplace: true, dependsOn: [context.network, base] },
    );
    for (const [action, alarm] of Object.entries(statusAlarms)) {
      const arn = context.account.apply(
        ({ partition, region }) => `arn:${partition}:automate:${region}:ec2:${action}`,
      );
      new MetricAlarm(
        `${name}-${action}`,
        {
          ...alarm,
          alarmDescription: `${name} fails its status checks; EC2 is told to ${action} it.`,
          namespace: "AWS/EC2",
          dimensions: { InstanceId: instance.id },
          statistic: "Maximum",
          comparisonOperator: "GreaterThanOrEqualToThreshold",
          threshold: 1,
          period: 60,
          treatMissingData: "missing",
          alarmActions: [arn, context.topicArn],
          okActions: [context.topicArn],
          tags: { Name: `${name}-${action}` },
        },
        parent,
      );
    }
    this.registerOutputs({});
  }
}
