import type { RefreshStrategy } from "./strategy";

/** A version of a launch template, by number: AWS cannot roll back to `$Latest`. */
export interface TemplateVersion {
  readonly launchTemplateId: string;
  readonly version: string;
}

/** A group that shall run a version of a launch template. */
export interface RolloutRequest extends TemplateVersion {
  readonly groupName: string;
  readonly strategy: RefreshStrategy;
}

/** An instance refresh as AWS describes it. */
export interface Refresh {
  readonly id: string;
  /** AWS's word: `InProgress`, `Baking`, `RollbackSuccessful`… */
  readonly status: string;
  readonly statusReason?: string;
  readonly percentageComplete: number;
  /** What the refresh brings the group to; undefined where it was started without. */
  readonly desired?: TemplateVersion;
}

export interface GroupFacts {
  /** Of the group's own configuration. */
  readonly template?: TemplateVersion;
  /** Versions of the launch template that its instances were launched from, one entry an instance. */
  readonly instanceVersions: readonly string[];
}

/** What a rollout asks of AWS. */
export interface RolloutCalls {
  describeGroup(groupName: string): Promise<GroupFacts>;
  /** @returns the refresh's id, or `alreadyRefreshing` where the group has one that has not ended. */
  startRefresh(request: RolloutRequest): Promise<{ id: string } | "alreadyRefreshing">;
  /** The refresh of this id; without one, the latest. */
  describeRefresh(groupName: string, id?: string): Promise<Refresh | undefined>;
}

export interface Watch {
  /** Waits until it is time to ask again. */
  pause(): Promise<void>;
  /** Told of every change of status or percentage. */
  report(sentence: string): void;
}

/** The statuses from which a refresh does not go on. */
export const endedStatuses: readonly string[] = [
  "Successful",
  "Failed",
  "Cancelled",
  "RollbackSuccessful",
  "RollbackFailed",
];

/**
 * Brings a group to a version, and ends when every instance runs it. The group is not touched before: the version is
 * handed to StartInstanceRefresh as the desired configuration, so that a rollback has something to go back to.
 * A refresh to the same version that is under way already is waited for: that of an update which was interrupted.
 * https://docs.aws.amazon.com/autoscaling/ec2/userguide/instance-refresh-rollback.html
 * @throws Error saying on which version the group is now, when it is not the one asked for
 */
export async function rollOut(request: RolloutRequest, calls: RolloutCalls, watch: Watch): Promise<void> {
  const { groupName } = request;
  const before = await calls.describeGroup(groupName);
  const latest = await calls.describeRefresh(groupName);
  const running = latest !== undefined && !endedStatuses.includes(latest.status) ? latest : undefined;
  if (running === undefined && isSame(before.template, request)) return;
  if (running !== undefined && !isSame(running.desired, request)) throw busy(request, running);
  const started = running ?? (await calls.startRefresh(request));
  if (started === "alreadyRefreshing") throw busy(request, await calls.describeRefresh(groupName));
  const refresh = await waitForEnd(request, started.id, calls, watch);
  if (refresh.status !== "Successful") throw failed(request, refresh, await calls.describeGroup(groupName));
}

async function waitForEnd(
  { groupName, version }: RolloutRequest,
  id: string,
  calls: RolloutCalls,
  watch: Watch,
): Promise<Refresh> {
  let said = "";
  for (;;) {
    const refresh = await calls.describeRefresh(groupName, id);
    if (refresh === undefined)
      throw new Error(`${groupName}: the instance refresh ${id} is not there any more; start again`);
    const sentence = `${groupName}: version ${version}: ${refresh.status}, ${refresh.percentageComplete} %`;
    if (sentence !== said) watch.report(sentence);
    said = sentence;
    if (endedStatuses.includes(refresh.status)) return refresh;
    await watch.pause();
  }
}

function isSame(one: TemplateVersion | undefined, other: TemplateVersion): boolean {
  return one?.launchTemplateId === other.launchTemplateId && one.version === other.version;
}

function busy({ groupName, version }: RolloutRequest, refresh: Refresh | undefined): Error {
  const other = refresh?.desired === undefined ? "another version" : `version ${refresh.desired.version}`;
  return new Error(
    `${groupName}: expected no other instance refresh, got one to ${other} (${refresh?.status ?? "unknown"}, ` +
      `${refresh?.percentageComplete ?? 0} %); wait for it, or \`npm run rollout -- undo\`, then roll out version ${version} again`,
  );
}

function failed({ groupName, version }: RolloutRequest, refresh: Refresh, now: GroupFacts): Error {
  const reason = refresh.statusReason ?? "AWS gave no reason";
  return new Error(
    `${groupName}: version ${version} was not rolled out: ${refresh.status}: ${reason}. ` +
      `The group is on version ${now.template?.version ?? "unknown"}; its instances: ${countVersions(now.instanceVersions)}. ` +
      "Mend what made instances fail (log group, stream boot/<instance id>) and run the update again.",
  );
}

/** `2 on version 3, 8 on version 2` */
export function countVersions(versions: readonly string[]): string {
  if (versions.length === 0) return "none";
  const counts = new Map<string, number>();
  for (const version of versions) counts.set(version, (counts.get(version) ?? 0) + 1);
  return [...counts]
    .toSorted(([a], [b]) => Number(b) - Number(a))
    .map(([version, count]) => `${count} on version ${version}`)
    .join(", ");
}
