import type { RefreshStrategy } from "../../../infra/rollout/strategy";
import type { AccountView, Entry } from "../accountView";
import { AwsError } from "../awsError";
import type { Ledger } from "../ledger";
import { INSTANCE_REFRESHES } from "../types/autoscaling/instanceRefresh";
import { block, blocks, flag, number, text, valuesAt } from "../types/reading";
import { tokens } from "../types/tokens";
import type { Properties } from "../values";
import { endedStatuses, momentAt, type RefreshMoment, simulateRefresh } from "./groupSimulation";

/** What the account cannot find out by itself about the instances that it does not run. */
export interface RefreshWorld {
  /** Milliseconds since 1970. */
  now(): number;
  /** Simulated seconds that pass in a real one. */
  readonly secondsPerSecond: number;
  /** Whether instances of a template's version ever report ready. */
  becomesReady(templateName: string, version: string): boolean;
}

export interface StartedRefresh {
  readonly launchTemplateId: string;
  readonly version: string;
  readonly strategy: RefreshStrategy;
  readonly autoRollback: boolean;
}

/** A refresh that StartInstanceRefresh began, and how far it is. */
export interface RefreshState {
  readonly id: string;
  readonly startTime: string;
  readonly launchTemplateId: string;
  readonly version: string;
  readonly moment: RefreshMoment;
  readonly previousVersion: string;
}

/** Boot and drain of the simulated account's instances, in seconds. */
const times = { readySeconds: 45, terminateSeconds: 60 };
/** AWS's default: https://docs.aws.amazon.com/autoscaling/ec2/userguide/lifecycle-hooks.html */
const defaultHookSeconds = 3600;

/**
 * Instance refreshes with a desired configuration, kept with the group's entry. A refresh is where its simulation is
 * at this moment, so nothing has to run meanwhile; when its end has come, the group is given the version it ended on.
 */
export class Refreshes {
  constructor(
    private readonly ledger: Ledger,
    private readonly account: AccountView,
    private readonly world: RefreshWorld,
  ) {}

  /** @throws AwsError `ValidationError` for a group that is not there */
  findGroup(name: string, operation: string): Entry {
    const group = this.ledger.find(tokens.autoScalingGroup, name);
    if (group === undefined)
      throw new AwsError("ValidationError", operation, `AutoScalingGroup name not found - ${name}`);
    return group;
  }

  /** @throws AwsError as StartInstanceRefresh does */
  start(name: string, { launchTemplateId, version, strategy, autoRollback }: StartedRefresh): string {
    const operation = "Auto Scaling: StartInstanceRefresh";
    const group = this.findGroup(name, operation);
    if (this.active(name) !== undefined)
      throw new AwsError(
        "InstanceRefreshInProgress",
        operation,
        "An Instance Refresh is already in progress and blocks the execution of this Instance Refresh.",
      );
    const template = block(group.properties, "launchTemplate") ?? {};
    const wanted = this.ledger.find(tokens.launchTemplate, launchTemplateId);
    const latest = number(wanted?.properties ?? {}, "latestVersion");
    if (!/^[1-9]\d*$/.test(version) || Number(version) > (latest ?? 0))
      throw new AwsError(
        "ValidationError",
        operation,
        `The specified launch template version ${version} cannot be refreshed to and rolled back from.`,
      );
    const record: Properties = {
      autoScalingGroupName: name,
      instanceRefreshId: this.account.newId("refresh"),
      desiredConfiguration: { launchTemplateId, version },
      previousVersion: text(template, "version") ?? "",
      desired: number(group.properties, "desiredCapacity") ?? 0,
      strategy: { ...strategy, checkpointPercentages: [...strategy.checkpointPercentages] },
      autoRollback,
      // Decided once, so that whoever looks at the refresh sees the same.
      becomesReady: this.world.becomesReady(text(wanted?.properties ?? {}, "name") ?? "", version),
      startTime: new Date(this.world.now()).toISOString(),
    };
    this.write(group, [...blocks(group.properties, INSTANCE_REFRESHES), record]);
    return text(record, "instanceRefreshId") ?? "";
  }

  /** Latest first. Gives the group the version of a refresh that has ended meanwhile. */
  describe(name: string): RefreshState[] {
    const group = this.findGroup(name, "Auto Scaling: DescribeInstanceRefreshes");
    const records = blocks(group.properties, INSTANCE_REFRESHES).filter((each) => block(each, "strategy"));
    const states = records.map((record) => this.stateOf(group, record)).toReversed();
    const [latest] = states;
    if (latest !== undefined && endedStatuses.includes(latest.moment.status)) this.settle(group, latest);
    return states;
  }

  /** @throws AwsError `ActiveInstanceRefreshNotFound` */
  intervene(name: string, kind: "rollback" | "cancel"): string {
    const operation = `Auto Scaling: ${kind === "rollback" ? "Rollback" : "Cancel"}InstanceRefresh`;
    const group = this.findGroup(name, operation);
    const active = this.active(name);
    if (active === undefined)
      throw new AwsError(
        "ActiveInstanceRefreshNotFound",
        operation,
        "No in progress or pending Instance Refresh found",
      );
    const at = this.elapsed(active.startTime);
    const records = blocks(group.properties, INSTANCE_REFRESHES).map((record) =>
      text(record, "instanceRefreshId") === active.id ? { ...record, intervention: { at, kind } } : record,
    );
    this.write(group, records);
    return active.id;
  }

  private active(name: string): RefreshState | undefined {
    const [latest] = this.describe(name);
    return latest === undefined || endedStatuses.includes(latest.moment.status) ? undefined : latest;
  }

  private stateOf(group: Entry, record: Properties): RefreshState {
    const desired = block(record, "desiredConfiguration") ?? {};
    const version = text(desired, "version") ?? "";
    const launchTemplateId = text(desired, "launchTemplateId") ?? "";
    const previousVersion = text(record, "previousVersion") ?? "";
    const startTime = text(record, "startTime") ?? "";
    const intervention = block(record, "intervention");
    const kind = intervention && text(intervention, "kind") === "cancel" ? "cancel" : "rollback";
    const moments = simulateRefresh({
      desired: number(record, "desired") ?? 0,
      strategy: readStrategy(block(record, "strategy") ?? {}),
      times,
      autoRollback: flag(record, "autoRollback") ?? false,
      hookSeconds: hookSecondsOf(group),
      becomesReady: {
        // What runs has been ready once.
        old: true,
        new: flag(record, "becomesReady") ?? true,
      },
      ...(intervention === undefined
        ? {}
        : { intervention: { at: number(intervention, "at") ?? 0, kind } as const }),
    });
    const moment = momentAt(moments, this.elapsed(startTime));
    return {
      id: text(record, "instanceRefreshId") ?? "",
      startTime,
      launchTemplateId,
      version,
      previousVersion,
      moment,
    };
  }

  /** AWS gives the group its new configuration when the refresh has succeeded, and not before. */
  private settle(group: Entry, { launchTemplateId: id, version, moment }: RefreshState): void {
    const template = block(group.properties, "launchTemplate") ?? {};
    const isThere = text(template, "id") === id && text(template, "version") === version;
    if (moment.status !== "Successful" || isThere) return;
    const launchTemplate = { id, name: this.templateName(id), version };
    const properties = { ...group.properties, launchTemplate };
    this.ledger.put({ ...group, properties }, "update");
  }

  private templateName(id: string): string {
    return text(this.ledger.find(tokens.launchTemplate, id)?.properties ?? {}, "name") ?? "";
  }

  private elapsed(startTime: string): number {
    return ((this.world.now() - Date.parse(startTime)) / 1000) * this.world.secondsPerSecond;
  }

  private write(group: Entry, records: readonly Properties[]): void {
    const properties = { ...group.properties, [INSTANCE_REFRESHES]: records };
    this.ledger.put({ ...group, properties }, "update");
  }
}

function hookSecondsOf({ properties }: Entry): number {
  const timeouts = valuesAt(properties, "initialLifecycleHooks.heartbeatTimeout").filter(
    (value): value is number => typeof value === "number",
  );
  return Math.max(0, ...timeouts) || defaultHookSeconds;
}

function readStrategy(record: Properties): RefreshStrategy {
  const read = (name: string) => number(record, name) ?? 0;
  return {
    minHealthyPercentage: read("minHealthyPercentage"),
    maxHealthyPercentage: read("maxHealthyPercentage"),
    checkpointPercentages: valuesAt(record, "checkpointPercentages").filter(
      (value): value is number => typeof value === "number",
    ),
    checkpointDelaySeconds: read("checkpointDelaySeconds"),
    bakeSeconds: read("bakeSeconds"),
    warmupSeconds: read("warmupSeconds"),
  };
}
