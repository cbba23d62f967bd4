import type { Clock, FloatingInterface, Lease, LeaseStore, PairHost } from "./ports";
import { maximumDrift, type PairSettings } from "./settings";

export interface MemberParts {
  readonly instanceId: string;
  readonly settings: PairSettings;
  readonly store: LeaseStore;
  readonly floating: FloatingInterface;
  readonly host: PairHost;
  readonly clock: Clock;
  readonly report: (line: string) => void;
}

interface Held {
  readonly lease: Lease;
  /** By the own clock, when the renewal was sent that made it last. */
  readonly sentAt: number;
  /** By the own clock, when the service has to be stopped. */
  readonly until: number;
}

/**
 * One of the two. It serves only while it has the lease and the interface, and each of the two alone keeps the other
 * member out:
 *
 * - The lease. The active counts from before it asks for a renewal, and stops before the lease is over. The standby counts
 *   from after it has read a renewal, and acquires the lease only when none came for longer than the lease. Each counts
 *   on its own clock, whose pace alone must be right (`maximumDrift`). A member that is cut off from AWS stops by itself.
 * - The interface. EC2 attaches it to one instance. A member that was frozen, and wakes believing that it is the active,
 *   has lost it: no packet for the address reaches it any more. It detaches by the attachment's id, which is another one
 *   by then, so it cannot take the interface back by mistake. What it still writes elsewhere carries an old token.
 */
export class Member {
  private held: Held | undefined;
  private seen: { readonly lease: Lease; readonly since: number } | undefined;
  private serving = false;
  private cancelDeadline: () => void = () => {};

  constructor(private readonly parts: MemberParts) {}

  /** One look, to be repeated every `tickMs`. Never rejects: what fails is tried again with the next. */
  async tick(): Promise<void> {
    try {
      const healthy = await this.parts.host.isHealthy();
      if (this.held === undefined) {
        if (healthy) await this.contend();
      } else if (healthy) await this.keep();
      else await this.stepDown(this.held);
    } catch (error) {
      this.parts.report(
        `failed: ${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}`,
      );
    }
  }

  /** Acquires a lease that nobody has, or whose owner has been silent for longer than it lasts. */
  private async contend(): Promise<void> {
    const { store, clock, instanceId, settings } = this.parts;
    const lease = await store.read();
    const now = clock.now();
    // Its own: of a process before this one, or of an acquisition whose answer was lost. A new token, for neither may go on.
    const isFree = lease === undefined || lease.owner === "" || lease.owner === instanceId;
    if (!isFree && !isSame(lease, this.seen?.lease)) {
      this.seen = { lease, since: now };
      return;
    }
    const silence = now - (this.seen?.since ?? now);
    if (!isFree && silence < settings.leaseMs * (1 + maximumDrift)) return;
    const acquired = await store.acquire(lease, instanceId);
    if (acquired === undefined) return;
    this.parts.report(`acquired the lease, token ${acquired.token}`);
    if (this.hold(acquired, now)) await this.claim(acquired);
  }

  private async keep(): Promise<void> {
    const { store, clock, settings } = this.parts;
    const { held } = this;
    if (held === undefined) return;
    const now = clock.now();
    if (now >= held.sentAt + settings.renewMs) {
      const renewed = await store.renew(held.lease);
      // The deadline may have passed meanwhile: then the answer comes too late, whatever it says.
      if (!this.holds(held.lease)) return;
      if (renewed === undefined) return this.demote("another has the lease");
      if (!this.hold(renewed, now)) return;
    }
    if (this.held !== undefined) await this.claim(this.held.lease);
  }

  /** One step towards serving: detach it from the other, attach it here, begin. */
  private async claim(lease: Lease): Promise<void> {
    const { floating, instanceId, host } = this.parts;
    const attachment = await floating.find();
    if (!this.holds(lease)) return;
    const isOurs = attachment?.instanceId === instanceId && attachment.state === "attached";
    if (isOurs && !this.serving) {
      this.serving = true;
      this.parts.report(`begins, token ${lease.token}`);
      host.begin(lease.token);
    }
    if (isOurs) return;
    this.stopServing("the interface is elsewhere");
    if (attachment === undefined) await floating.attach(instanceId);
    else if (attachment.instanceId !== instanceId && attachment.state !== "detaching")
      await floating.detach(attachment.attachmentId);
  }

  /** Says so, so that the other need not wait the lease out. */
  private async stepDown({ lease }: Held): Promise<void> {
    this.demote("unhealthy");
    await this.parts.store.release(lease);
  }

  /** Whether the lease lasts beyond now: an answer that took too long is as good as none. */
  private hold(lease: Lease, sentAt: number): boolean {
    const { clock, settings } = this.parts;
    const until = sentAt + (settings.leaseMs - settings.stopMs) * (1 - maximumDrift);
    this.cancelDeadline();
    this.held = { lease, sentAt, until };
    this.seen = undefined;
    if (clock.now() >= until) {
      this.demote("the lease is over");
      return false;
    }
    this.cancelDeadline = clock.at(until, () => this.demote("the lease is over"));
    return true;
  }

  /** Whether the lease is still held. Asked after every wait: in one, the process may have been frozen past its end. */
  private holds({ token }: Lease): boolean {
    if (this.held === undefined || this.held.lease.token !== token) return false;
    if (this.parts.clock.now() < this.held.until) return true;
    this.demote("the lease is over");
    return false;
  }

  private demote(reason: string): void {
    this.cancelDeadline();
    this.held = undefined;
    this.seen = undefined;
    this.stopServing(reason);
  }

  private stopServing(reason: string): void {
    if (!this.serving) return;
    this.serving = false;
    this.parts.report(`ends: ${reason}`);
    this.parts.host.end();
  }
}

function isSame(one: Lease, other: Lease | undefined): boolean {
  return one.owner === other?.owner && one.token === other.token && one.beat === other.beat;
}
