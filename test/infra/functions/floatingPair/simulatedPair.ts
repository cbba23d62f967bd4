import { type PairSettings, takeoverBoundMs } from "../../../../infra/functions/floatingPair/settings";
import { SimulatedAws } from "./simulatedAws";
import { SimulatedInstance } from "./simulatedInstance";
import { VirtualTime } from "./virtualTime";

/** What keeps one side, or AWS, from doing its part. */
interface Disturbance {
  readonly on: SimulatedInstance | "aws";
  readonly start: number;
  readonly end: number;
}

export interface Outcome {
  /** What must never be, in words. */
  readonly violations: readonly string[];
  /** Milliseconds without an active, each as the bound counts them. */
  readonly takeovers: readonly number[];
  /** Writes that only their old token kept out. */
  readonly staleWrites: number;
  readonly faults: readonly string[];
}

const faultKinds = [
  "crash",
  "freeze",
  "cut",
  "unhealthy",
  "throttle",
  "loss",
  "detachedByHand",
  "restart",
] as const;
type FaultKind = (typeof faultKinds)[number];

/** A pair under random faults, all of them from one source of chance. */
export class SimulatedPair {
  private readonly time = new VirtualTime();
  private readonly aws: SimulatedAws;
  private members: SimulatedInstance[];
  private readonly disturbances: Disturbance[] = [];
  private readonly violations: string[] = [];
  private readonly takeovers: number[] = [];
  private readonly faults: string[] = [];
  private instances = 0;
  private failedAt: number | undefined = 0;
  private greatestToken = 0;
  private staleWrites = 0;

  constructor(
    private readonly settings: PairSettings,
    private readonly random: () => number,
  ) {
    this.aws = new SimulatedAws(this.time, random, (owner) => this.acquired(owner));
    this.members = [this.launch(), this.launch()];
  }

  async run(faultCount: number): Promise<Outcome> {
    const bound = takeoverBoundMs(this.settings);
    for (let number = 0; number < faultCount; number++) {
      await this.time.runUntil(this.time.now + 5_000 + this.random() * 60_000);
      this.strike(faultKinds[Math.floor(this.random() * faultKinds.length)] ?? "crash");
    }
    const calm = Math.max(this.time.now, ...this.disturbances.map(({ end }) => end));
    await this.time.runUntil(calm + bound + 1_000);
    const active = this.members.filter((one) => this.isActive(one));
    if (active.length !== 1)
      this.violations.push(`${active.length} active members after a calm of ${bound} ms`);
    const { violations, takeovers, staleWrites, faults } = this;
    return { violations, takeovers, staleWrites, faults };
  }

  private launch(): SimulatedInstance {
    return new SimulatedInstance(`i-${++this.instances}`, this.time, this.aws, this.settings, this.random, {
      begins: (instance, token) => this.begins(instance, token),
      ends: () => {
        this.failedAt ??= this.time.now;
      },
    });
  }

  /** The lease keeps the other out by itself: its service has been stopped, long before the interface moves. */
  private acquired(owner: string): void {
    for (const other of this.members)
      if (other.id !== owner && other.serving !== undefined && !other.frozen)
        this.violations.push(`${this.time.now}: ${owner} acquires the lease while ${other.id} serves`);
  }

  private begins(instance: SimulatedInstance, token: number): void {
    const { now } = this.time;
    const claim = (holds: boolean, what: string) => {
      if (!holds) this.violations.push(`${now}: ${instance.id} begins with token ${token}, but ${what}`);
    };
    claim(this.aws.attachment?.instanceId === instance.id, "the interface is elsewhere");
    claim(this.aws.lease?.owner === instance.id && this.aws.lease.token === token, "the lease is another's");
    claim(token >= this.greatestToken, `token ${this.greatestToken} was seen`);
    for (const other of this.members)
      claim(other === instance || other.serving === undefined || other.frozen, `${other.id} still serves`);
    this.greatestToken = Math.max(this.greatestToken, token);
    this.measure(instance);
  }

  /** From the failure on, or from when the last thing was over that kept the one that takes over from AWS. */
  private measure(instance: SimulatedInstance): void {
    const { now } = this.time;
    const ends = this.disturbances
      .filter(({ on, start }) => (on === "aws" || on === instance) && start < now)
      .map(({ end }) => Math.min(end, now));
    const took = now - Math.max(this.failedAt ?? now, ...ends);
    this.failedAt = undefined;
    this.takeovers.push(took);
    const bound = takeoverBoundMs(this.settings);
    if (took > bound) this.violations.push(`${now}: ${instance.id} took ${took} ms, more than ${bound}`);
  }

  private isActive(instance: SimulatedInstance): boolean {
    return (
      instance.serving !== undefined && !instance.frozen && this.aws.attachment?.instanceId === instance.id
    );
  }

  private strike(kind: FaultKind): void {
    const { now } = this.time;
    const victim = this.members[Math.floor(this.random() * 2)];
    if (victim === undefined) return;
    const lasts = 500 + this.random() * 90_000;
    this.faults.push(`${Math.round(now)} ${kind} ${victim.id} ${Math.round(lasts)}`);
    const disturb = (on: Disturbance["on"]) => this.disturbances.push({ on, start: now, end: now + lasts });
    const undo = (run: () => void) => this.time.at(now + lasts, run);
    const failVictim = () => {
      if (victim.serving !== undefined) this.failedAt ??= now;
    };
    switch (kind) {
      case "crash":
        failVictim();
        victim.end();
        undo(() => {
          const index = this.members.indexOf(victim);
          if (index < 0) return;
          // Until now there was nobody who could have taken over in its place.
          const next = this.launch();
          this.members[index] = next;
          this.disturbances.push({ on: next, start: now, end: this.time.now });
        });
        return;
      case "freeze":
        disturb(victim);
        failVictim();
        victim.freeze();
        undo(() => this.thaw(victim));
        return;
      case "cut":
        disturb(victim);
        failVictim();
        victim.link.cut = true;
        undo(() => {
          victim.link.cut = false;
          this.recovers(victim);
        });
        return;
      case "unhealthy":
        disturb(victim);
        failVictim();
        victim.healthy = false;
        undo(() => {
          victim.healthy = true;
          this.recovers(victim);
        });
        return;
      case "throttle":
        disturb("aws");
        this.aws.throttleChance = 0.2 + this.random() * 0.8;
        undo(() => {
          this.aws.throttleChance = 0;
        });
        return;
      case "loss":
        disturb("aws");
        this.aws.lossChance = 0.1 + this.random() * 0.5;
        undo(() => {
          this.aws.lossChance = 0;
        });
        return;
      case "detachedByHand":
        failVictim();
        // In the middle of a takeover it begins anew.
        this.disturbances.push({ on: "aws", start: now - 1, end: now });
        if (this.aws.attachment !== undefined) this.aws.instanceEnds(this.aws.attachment.instanceId);
        return;
      case "restart":
        if (victim.alive) victim.start();
        return;
      default:
        kind satisfies never;
    }
  }

  /** The first that a frozen service does is to finish the write it was at. */
  private thaw(instance: SimulatedInstance): void {
    if (instance.alive && instance.serving !== undefined && instance.serving < this.greatestToken)
      this.staleWrites++;
    instance.thaw();
    this.recovers(instance);
  }

  /** A failure that was over before anybody took over was none. */
  private recovers(instance: SimulatedInstance): void {
    if (this.isActive(instance)) this.failedAt = undefined;
  }
}
