import type { Tier } from "../bakeline/tier";
import type { InstanceTimes } from "./strategy";

/**
 * What a plan reckons with until a fleet of your own has been measured: EC2's half minute from launch to the kernel, and
 * the tier's share of the boots that `npm run bench:boot` times, on slower disks and a busier mirror. The metric
 * ReadyForServiceLag (namespace Bakeline, by workload and tier) says what yours really take.
 */
const readySeconds: Record<Tier, number> = { base: 180, foundational: 60, full: 45 };

/** Deregistration, and the longest drain of a service. */
const terminateSeconds = 90;

export function instanceTimesOf(tier: Tier): InstanceTimes {
  return { readySeconds: readySeconds[tier], terminateSeconds };
}
