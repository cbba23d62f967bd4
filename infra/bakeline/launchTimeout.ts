import type { Tier } from "./tier";

/**
 * Seconds that an instance has from its launch until it is ready for service; after that Auto Scaling gives it up. A boot
 * that fails says so itself, at once: this is for one that hangs. Generous, because a boot on AWS's slowest day should
 * still come to its end; and less for what has less to do.
 */
const launchTimeouts: Record<Tier, number> = { base: 1_800, foundational: 1_200, full: 900 };

export function launchTimeoutOf(tier: Tier): number {
  return launchTimeouts[tier];
}
