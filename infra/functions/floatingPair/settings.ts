/** How a pair keeps time. All in milliseconds. */
export interface PairSettings {
  /** How long the active may be silent before the standby takes over. */
  readonly leaseMs: number;
  /** How often the active renews. */
  readonly renewMs: number;
  /** How often each member looks. */
  readonly tickMs: number;
  /** Within this the active has stopped its service, by force if need be. */
  readonly stopMs: number;
}

/** Past this, with its retries, a call to AWS counts as failed. */
export const callTimeoutMs = 2_000;

/**
 * How far a clock's pace may be off: a thousandth, where chrony and crystals stay below a ten-thousandth. Only paces
 * count. No two clocks are ever compared, so it does not matter what time any of them shows.
 */
export const maximumDrift = 0.001;

/** How long EC2 may take to detach an interface by force, and to attach it. Seen: a few seconds each. */
export const detachMs = 30_000;
export const attachMs = 15_000;

export function planPairSettings(leaseSeconds: number, renewSeconds: number): PairSettings {
  return { leaseMs: leaseSeconds * 1000, renewMs: renewSeconds * 1000, tickMs: 1_000, stopMs: 2_000 };
}

/**
 * The longest that a pair is without an active, from the moment on at which the old one has failed while the other is
 * healthy and reaches AWS: the standby sees the last renewal (one look), waits the lease out, acquires it, detaches the
 * interface, attaches it and finds it attached (a look each). Calls count with their time-out, twelve of them at most.
 */
export function takeoverBoundMs({ leaseMs, tickMs }: PairSettings): number {
  const wait = (leaseMs * (1 + maximumDrift)) / (1 - maximumDrift);
  return Math.ceil(wait + 5 * tickMs + 12 * callTimeoutMs + detachMs + attachMs);
}
