import type { Provider } from "@pulumi/aws/provider";
import type * as pulumi from "@pulumi/pulumi";
import { lookUpAccount } from "./account/account";
import { BootObjects } from "./compute/bootObjects";
import { Fleet } from "./compute/fleet";
import { declareHosts, pairAgent } from "./compute/hosts/hosts";
import { LoadBalancer } from "./compute/loadBalancer";
import { lookUpImage } from "./compute/vendorImage";
import type { StackConfig } from "./config/schema";
import { hosts } from "./hosts";
import { needsManagement, planHosts } from "./hosts/plan";
import { FleetImage } from "./images/fleetImage";
import { ImageBuilder } from "./images/imageBuilder";
import { reportUnrecorded } from "./images/reportUnrecorded";
import { Retirement } from "./images/retirement";
import { ManagementNetwork } from "./network/managementNetwork";
import { Network } from "./network/network";
import { FleetAlarms } from "./operations/fleetAlarms";
import { Notifications } from "./operations/notifications";
import { BootstrapBucket } from "./state/bootstrapBucket";
import { EncryptionKey } from "./state/encryptionKey";
import { flowLogGroupName } from "./state/logGroupName";
import { planLogKeyStatements } from "./state/logKey";
import { archiveName } from "./state/logs/archivePlan";
import { LogArchive } from "./state/logs/logArchive";
import { WorkloadLogs } from "./state/logs/workloadLogs";
import { planForeignLogGroups } from "./state/planStores";
import { Stores } from "./state/stores";
import type { EstateIdentity } from "./tags";
import { planWorkloads } from "./workloads/plan";
import type { Workload } from "./workloads/workload";

export interface EstateArgs {
  readonly identity: EstateIdentity;
  readonly config: StackConfig;
  /** Each with its settings in `config.workloads`. */
  readonly workloads: readonly Workload[];
  /** Of `config.region`, with the estate's tags as its default tags. */
  readonly provider: Provider;
  /** The commit that recorded the content of an image, which becomes a tag of its AMIs; see infra/images/gitCommit.ts. */
  readonly findImageCommit: (digest: string) => string | undefined;
}

/** What people and programs need to find a running estate. */
export interface Estate {
  readonly loadBalancerDnsName: pulumi.Output<string>;
  /** By the workload's name. */
  readonly workloads: Readonly<Record<string, WorkloadOutputs>>;
}

export interface WorkloadOutputs {
  /** The AMI of its launch template. */
  readonly imageId: pulumi.Output<string>;
  readonly launchTemplateId: pulumi.Output<string>;
  readonly launchTemplateVersion: pulumi.Output<number>;
  readonly autoScalingGroupName: pulumi.Output<string>;
  readonly logGroupName: pulumi.Output<string>;
}

/**
 * Declares everything a stack consists of. What differs between stacks is in `config`; nothing here or below asks
 * which environment it is.
 * Expects workloads and settings that infra/workloads/declared.ts finds nothing wrong with.
 */
export function declareEstate({
  identity,
  config,
  workloads,
  provider,
  findImageCommit,
}: EstateArgs): Estate {
  const plans = planWorkloads({ workloads, identity, config });
  reportUnrecorded(identity, plans);
  const inAccount = { providers: { aws: provider } };
  const { stack } = identity;
  const { region } = config;
  const account = lookUpAccount(region, { provider });

  const logKey = new EncryptionKey(
    "logs",
    {
      account,
      stack,
      description: `Logs of ${stack}`,
      planStatements: (it) => planLogKeyStatements(it, stack, planForeignLogGroups(stack, config.stores)),
    },
    inAccount,
  );
  const network = new Network(
    "network",
    {
      account,
      region,
      config: config.network,
      flowLogGroupName: flowLogGroupName(stack),
      logKeyArn: logKey.arn,
    },
    inAccount,
  );
  const { topicArn } = new Notifications(
    "notifications",
    { account, stack, config: config.notifications },
    inAccount,
  );
  const loadBalancer = new LoadBalancer(
    "load-balancer",
    { account, config: config.loadBalancer, network },
    inAccount,
  );
  const bucket = new BootstrapBucket(
    "bootstrap",
    // A stack that may be deleted may take its objects along; its load balancer says which.
    { bucketName: config.bootstrapBucket, forceDestroy: !config.loadBalancer.deletionProtection },
    inAccount,
  );
  const bakes = plans.some(({ images }) => images.length > 0);
  const builder = bakes
    ? new ImageBuilder("image-builder", { account, stack, bucket, network }, inAccount)
    : undefined;

  const { retire } = config.images;
  if (retire !== undefined && bakes)
    new Retirement(
      "retirement",
      {
        account,
        stack,
        retire,
        images: plans.flatMap(({ workload, images }) =>
          images.map(({ name }) => ({ name, workload: workload.name })),
        ),
      },
      inAccount,
    );

  const { availabilityZones } = config.network;
  const stores = new Stores(
    "stores",
    {
      account,
      stack,
      config: config.stores,
      workloads,
      network,
      availabilityZones,
      logKeyArn: logKey.arn,
      topicArn,
    },
    inAccount,
  );

  const fleets = plans.map((plan) => {
    const { name } = plan.workload;
    const { settings } = plan;
    const logKeyArn = logKey.arn;
    const { images, releases, userData } = plan;
    const documents = images.map(({ document }) => document);
    const objects = new BootObjects(
      name,
      { bucket, releases, objects: [...userData.objects, ...documents] },
      inAccount,
    );
    const imageId =
      builder === undefined || images.length === 0
        ? (settings.imageId ?? lookUpImage(settings.imageParameter, { provider }))
        : new FleetImage(
            name,
            { stack, region, plan, config: config.images, objects, builder, findImageCommit },
            inAccount,
          ).imageId;
    const fleet = new Fleet(
      name,
      {
        identity,
        account,
        region,
        plan,
        imageId,
        bucket,
        objects,
        network,
        loadBalancer,
        logKeyArn,
        stores: stores.of(plan.workload, inAccount),
      },
      inAccount,
    );
    const { targetCpuUtilization } = settings;
    const loadBalancerArnSuffix = loadBalancer.arnSuffix;
    new FleetAlarms(name, { fleet, targetCpuUtilization, loadBalancerArnSuffix, topicArn }, inAccount);
    new WorkloadLogs(name, { stack, logGroupName: fleet.logGroupName, topicArn }, inAccount);
    return [name, fleet] as const;
  });

  const hostPlans = planHosts({ hosts, identity, config, pairAgent });
  const management = needsManagement(hostPlans)
    ? new ManagementNetwork("management", { vpcId: network.vpcId, config: config.network }, inAccount)
    : undefined;
  declareHosts(
    {
      context: {
        ...{ identity, account, config, network, management, bucket, logKeyArn: logKey.arn, topicArn },
        lookUpImage: (imageParameter) => lookUpImage(imageParameter, { provider }),
      },
      plans: hostPlans,
      fleets: new Map(fleets),
    },
    inAccount,
  );

  const { logArchive } = config.stores;
  if (logArchive !== undefined) {
    const logGroups = Object.fromEntries(fleets.map(([name, { logGroupName }]) => [name, logGroupName]));
    new LogArchive(
      archiveName,
      { account, config: logArchive, logKeyArn: logKey.arn, topicArn, logGroups },
      inAccount,
    );
  }

  const outputs = fleets.map(([name, fleet]) => [name, planOutputs(fleet)] as const);
  return { loadBalancerDnsName: loadBalancer.dnsName, workloads: Object.fromEntries(outputs) };
}

function planOutputs(fleet: Fleet): WorkloadOutputs {
  const { imageId, launchTemplateId, launchTemplateVersion, autoScalingGroupName, logGroupName } = fleet;
  return { imageId, launchTemplateId, launchTemplateVersion, autoScalingGroupName, logGroupName };
}
