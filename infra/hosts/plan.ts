import { divide } from "../bakeline/divide";
import type { Step } from "../bakeline/step";
import { withEveryInstance } from "../bootstrap/everyInstance";
import { bootLogPath } from "../bootstrap/shell/report";
import { renderUserData, type UserData } from "../bootstrap/userData";
import type { StackConfig } from "../config/schema";
import type { HostsConfig } from "../config/sections/hosts";
import type { FunctionBundle } from "../functions/bundle";
import { planZoneBlocks } from "../network/zoneBlocks";
import { workloadLogGroupName } from "../state/logGroupName";
import type { EstateIdentity } from "../tags";
import { environmentOverlays, roleOverlays } from "../workloads/overlays";
import { launchHookName } from "../workloads/plan";
import type { Host, HostKind } from "./host";
import { attachSteps, interfaceSteps } from "./interfaceSteps";
import { pairFoundation, pairSteps } from "./pairSteps";

type HostOf<Kind extends HostKind> = Extract<Host, { kind: Kind }>;
type SettingsOf<Kind extends HostKind> = HostsConfig[Kind][string];

/** Everything about a host of a stack that can be known before anything exists. Pure data. */
export type HostPlan = { [Kind in HostKind]: HostPlanOf<Kind> }[HostKind];

export interface HostPlanOf<Kind extends HostKind> {
  readonly kind: Kind;
  readonly host: HostOf<Kind>;
  readonly settings: SettingsOf<Kind>;
  readonly logGroupName: string;
  readonly userData: UserData;
}

export interface PlanHostsArgs {
  readonly hosts: readonly Host[];
  readonly identity: EstateIdentity;
  readonly config: StackConfig;
  /** What a pair's instances run; asked for only where there is a pair. */
  readonly pairAgent: () => FunctionBundle;
}

/** Where the interface that a host is known by is attached: after those that its instance is launched with. */
function identityDeviceIndex({ managementInterface }: { managementInterface: boolean }): number {
  return managementInterface ? 2 : 1;
}

/** The name of the table that keeps a pair's lease. Fixed, because instances are told it in user data. */
export function leaseTableName({ project, stack }: EstateIdentity, name: string): string {
  return `${project}-${stack}-${name}`;
}

/** A row a host that the stack has settings for. */
export function planHosts(args: PlanHostsArgs): HostPlan[] {
  const { config } = args;
  return args.hosts.flatMap((host): HostPlan[] => {
    switch (host.kind) {
      case "dualHomed": {
        const settings = config.hosts.dualHomed[host.name];
        const databases = isolatedBlocks(config).map((cidrBlock) => ({ deviceIndex: 1, cidrBlock }));
        return settings === undefined
          ? []
          : [plan("dualHomed", host, settings, [...host.steps, ...interfaceSteps(databases)], args)];
      }
      case "single": {
        const settings = config.hosts.single[host.name];
        return settings === undefined
          ? []
          : [plan("single", host, settings, [...host.steps, ...interfaceSteps([])], args)];
      }
      case "licensed": {
        const settings = config.hosts.licensed[host.name];
        if (settings === undefined) return [];
        const own = attachSteps(identityDeviceIndex(settings));
        return [plan("licensed", host, settings, [...host.steps, ...own], args)];
      }
      case "appliance": {
        const settings = config.hosts.appliance[host.name];
        if (settings === undefined) return [];
        const own = attachSteps(identityDeviceIndex(settings));
        return [plan("appliance", host, settings, [...host.steps, ...own], args)];
      }
      case "floatingPair": {
        const settings = config.hosts.floatingPair[host.name];
        if (settings === undefined) return [];
        const { sha256 } = args.pairAgent();
        const own = pairSteps(
          { key: `${host.name}/${sha256}`, sha256 },
          {
            tableName: leaseTableName(args.identity, host.name),
            pair: host.name,
            deviceIndex: identityDeviceIndex(settings),
            port: host.port,
            healthCheckPath: host.healthCheckPath,
            leaseSeconds: settings.leaseSeconds,
            renewSeconds: settings.renewSeconds,
          },
        );
        return [plan("floatingPair", host, settings, [...pairFoundation, ...host.steps, ...own], args)];
      }
      default:
        return host satisfies never;
    }
  });
}

/** Whether any host has an interface in the management network. */
export function needsManagement(plans: readonly HostPlan[]): boolean {
  return plans.some(({ kind, settings }) =>
    kind === "dualHomed" ? true : "managementInterface" in settings && settings.managementInterface,
  );
}

/** Where databases stand, or will: a block in each zone. */
export function isolatedBlocks({ network }: StackConfig): string[] {
  return network.availabilityZones.map((_, index) => planZoneBlocks(network.cidrBlock, index).isolated);
}

function plan<Kind extends HostKind>(
  kind: Kind,
  host: HostOf<Kind>,
  settings: SettingsOf<Kind>,
  steps: readonly Step[],
  { identity: { stack, environment }, config }: PlanHostsArgs,
): HostPlanOf<Kind> {
  const { name, role, operatingSystem, agents, port, healthCheckPath } = host;
  const logGroupName = workloadLogGroupName(stack, name);
  const all = withEveryInstance(
    {
      operatingSystem,
      agents,
      imdsUsers: [],
      logGroupName,
      logFiles: [{ path: bootLogPath, name: "boot" }],
    },
    steps,
  );
  const userData = renderUserData({
    facts: {
      workload: name,
      stack,
      tier: "base",
      operatingSystem,
      port,
      healthCheckPath,
      logGroupName,
      bucket: config.bootstrapBucket,
      // A single instance is of no group, and so has no hook to complete.
      ...(kind === "single" ? {} : { launchHookName }),
    },
    boot: divide(all, "base").boot,
    roles: { [role]: roleOverlays[role] ?? [] },
    environments: { [environment]: environmentOverlays[environment] ?? [] },
  });
  return { kind, host, settings, logGroupName, userData };
}
