import type { Provider } from "@pulumi/aws/provider";
import type * as pulumi from "@pulumi/pulumi";
import { lookUpAccount } from "./account/account";
import { Fleet } from "./compute/fleet";
import { LoadBalancer } from "./compute/loadBalancer";
import type { StackConfig } from "./config/schema";
import type { WorkloadConfig } from "./config/sections/workload";
import { Network } from "./network/network";
import { FleetAlarms } from "./operations/fleetAlarms";
import { Notifications } from "./operations/notifications";
import { EncryptionKey } from "./state/encryptionKey";
import { flowLogGroupName } from "./state/logGroup";
import { planLogKeyStatements } from "./state/logKey";
import type { EstateIdentity } from "./tags";
import { findWorkloadProblems } from "./workloads/problems";
import type { Workload } from "./workloads/workload";

export interface EstateArgs {
  readonly identity: EstateIdentity;
  readonly config: StackConfig;
  /** Each with its settings in `config.workloads`. */
  readonly workloads: readonly Workload[];
  /** Of `config.region`, with the estate's tags as its default tags. */
  readonly provider: Provider;
}

/** What people and programs need to find a running estate. */
export interface Estate {
  readonly loadBalancerDnsName: pulumi.Output<string>;
  /** By the workload's name. */
  readonly workloads: Readonly<Record<string, WorkloadOutputs>>;
}

export interface WorkloadOutputs {
  readonly launchTemplateId: pulumi.Output<string>;
  readonly launchTemplateVersion: pulumi.Output<number>;
  readonly autoScalingGroupName: pulumi.Output<string>;
  readonly logGroupName: pulumi.Output<string>;
}

/**
 * Declares everything a stack consists of. What differs between stacks is in `config`; nothing here or below asks
 * which environment it is.
 * @throws Error naming every problem of the workloads at once.
 */
export function declareEstate({ identity, config, workloads, provider }: EstateArgs): Estate {
  const plan = planWorkloads(workloads, config.workloads);
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
      planStatements: (it) => planLogKeyStatements(it, stack),
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

  const fleets = plan.map(({ workload, settings }) => {
    const { name } = workload;
    const logKeyArn = logKey.arn;
    const fleet = new Fleet(
      name,
      { identity, account, workload, config: settings, network, loadBalancer, logKeyArn },
      inAccount,
    );
    const { targetCpuUtilization } = settings;
    const loadBalancerArnSuffix = loadBalancer.arnSuffix;
    new FleetAlarms(name, { fleet, targetCpuUtilization, loadBalancerArnSuffix, topicArn }, inAccount);
    return [name, planOutputs(fleet)] as const;
  });

  return { loadBalancerDnsName: loadBalancer.dnsName, workloads: Object.fromEntries(fleets) };
}

function planOutputs(fleet: Fleet): WorkloadOutputs {
  const { launchTemplateId, launchTemplateVersion, autoScalingGroupName, logGroupName } = fleet;
  return { launchTemplateId, launchTemplateVersion, autoScalingGroupName, logGroupName };
}

/** Each workload with its settings in this stack. @throws Error with one line a problem. */
export function planWorkloads(
  workloads: readonly Workload[],
  settings: Readonly<Record<string, WorkloadConfig>>,
): { workload: Workload; settings: WorkloadConfig }[] {
  const problems = findWorkloadProblems(workloads);
  const plan = workloads.flatMap((workload) => {
    const own = settings[workload.name];
    if (own === undefined)
      problems.push(
        `workloads.${workload.name}: expected its settings, got none; add them to the stack file`,
      );
    return own === undefined ? [] : [{ workload, settings: own }];
  });
  if (problems.length > 0) throw new Error(`The workloads cannot be declared:\n${problems.join("\n")}`);
  return plan;
}
