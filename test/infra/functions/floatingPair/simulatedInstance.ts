import { Member } from "../../../../infra/functions/floatingPair/member";
import type {
  Clock,
  FloatingInterface,
  LeaseStore,
  PairHost,
} from "../../../../infra/functions/floatingPair/ports";
import { maximumDrift, type PairSettings } from "../../../../infra/functions/floatingPair/settings";
import type { Link, SimulatedAws } from "./simulatedAws";
import type { VirtualTime } from "./virtualTime";

export interface InstanceEvents {
  begins(instance: SimulatedInstance, token: number): void;
  ends(instance: SimulatedInstance): void;
}

/** An instance of the pair: its clock has an origin and a pace of its own, and it can freeze in the middle of anything. */
export class SimulatedInstance {
  readonly link: Link = { cut: false };
  healthy = true;
  frozen = false;
  alive = true;
  serving: number | undefined;
  private process = 0;
  private waiting: (() => void)[] = [];
  private readonly origin: number;
  private readonly pace: number;

  constructor(
    readonly id: string,
    private readonly time: VirtualTime,
    private readonly aws: SimulatedAws,
    private readonly settings: PairSettings,
    private readonly random: () => number,
    private readonly events: InstanceEvents,
  ) {
    this.origin = random() * 1e9;
    this.pace = 1 + (random() * 2 - 1) * maximumDrift;
    this.start();
  }

  /** Starts the agent, or a new process of it: systemd stops the service with the old one. */
  start(): void {
    const own = ++this.process;
    this.stopService();
    const member = new Member({
      instanceId: this.id,
      settings: this.settings,
      store: this.gateAll<LeaseStore>(this.aws.storeFor(this.link), own),
      floating: this.gateAll<FloatingInterface>(this.aws.interfaceFor(this.link), own),
      host: this.host(),
      clock: this.clock(own),
      report: () => {},
    });
    const loop = async (): Promise<void> => {
      for (;;) {
        await member.tick();
        await this.gate(this.time.sleep(this.settings.tickMs / this.pace), own);
      }
    };
    void loop();
  }

  freeze(): void {
    this.frozen = true;
  }

  /** Wakes with everything that came in the meantime, in an order that nobody chose. */
  thaw(): void {
    this.frozen = false;
    const waiting = this.waiting.splice(0).map((run) => ({ run, order: this.random() }));
    for (const { run } of waiting.sort((a, b) => a.order - b.order)) run();
  }

  end(): void {
    this.alive = false;
    this.process++;
    this.waiting = [];
    this.stopService();
    this.aws.instanceEnds(this.id);
  }

  private host(): PairHost {
    return {
      isHealthy: async () => this.healthy,
      begin: (token) => {
        this.serving = token;
        this.events.begins(this, token);
      },
      end: () => this.stopService(),
    };
  }

  private stopService(): void {
    if (this.serving === undefined) return;
    this.serving = undefined;
    this.events.ends(this);
  }

  private clock(own: number): Clock {
    const now = () => this.origin + this.time.now * this.pace;
    return {
      now,
      at: (time, callback) =>
        this.time.at(this.time.now + (time - now()) / this.pace, () => this.whenAwake(callback, own)),
    };
  }

  private gateAll<Port extends object>(port: Port, own: number): Port {
    return new Proxy(port, {
      get: (target, name) => {
        const method: unknown = Reflect.get(target, name);
        if (typeof method !== "function") return method;
        return (...args: readonly unknown[]) => this.gate(Promise.resolve(method.apply(target, args)), own);
      },
    });
  }

  /** The promise as this process sees it: not while it is frozen, and never once it is gone. */
  private gate<T>(promise: Promise<T>, own: number): Promise<T> {
    return new Promise((resolve, reject) => {
      promise.then(
        (value) => this.whenAwake(() => resolve(value), own),
        (error) => this.whenAwake(() => reject(error), own),
      );
    });
  }

  private whenAwake(run: () => void, own: number): void {
    if (own !== this.process) return;
    if (this.frozen)
      this.waiting.push(() => {
        if (own === this.process) run();
      });
    else run();
  }
}
