import * as z from "zod";

/** A stretch of a boot, in milliseconds since the launch. */
export interface BootPhase {
  /** `setup`, `systemd`, a stage of cloud-init (`modules-final`), or a part of one (`modules-final/config-scripts-user`). */
  readonly name: string;
  readonly startMs: number;
  readonly endMs: number;
}

/** What `cloud-init analyze dump` prints; times are in seconds since the epoch. */
const events = z.array(
  z.object({ event_type: z.string(), name: z.string(), timestamp: z.number(), origin: z.string() }),
);

export interface BootTimes {
  /** Of this boot's launch, since the epoch. */
  readonly launchedAt: number;
  /** When the guest's systemd began, since the launch. */
  readonly systemdStartMs: number;
}

/** The phases of a boot, from cloud-init's own events. Those of earlier boots of the guest are left out. */
export function parseBootPhases(
  dump: string,
  { launchedAt, systemdStartMs }: BootTimes,
): readonly BootPhase[] {
  const all = events.parse(JSON.parse(dump)).filter(({ timestamp }) => timestamp * 1000 >= launchedAt);
  const open = new Map<string, number>();
  const stages: BootPhase[] = [];
  for (const { event_type: type, name, timestamp } of all) {
    const ms = Math.round(timestamp * 1000 - launchedAt);
    if (type === "start") open.set(name, ms);
    const startMs = open.get(name);
    if (type !== "finish" || startMs === undefined) continue;
    stages.push({ name, startMs, endMs: ms });
    open.delete(name);
  }
  const cloudInitStartMs = Math.min(...stages.map(({ startMs }) => startMs));
  return [
    { name: "setup", startMs: 0, endMs: systemdStartMs },
    { name: "systemd", startMs: systemdStartMs, endMs: cloudInitStartMs },
    ...stages.sort((a, b) => a.startMs - b.startMs || b.endMs - a.endMs),
  ];
}
