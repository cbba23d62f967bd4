import type {
  Attachment,
  FloatingInterface,
  Lease,
  LeaseStore,
} from "../../../../infra/functions/floatingPair/ports";
import { attachMs, callTimeoutMs, detachMs } from "../../../../infra/functions/floatingPair/settings";
import type { VirtualTime } from "./virtualTime";

/** What a member's calls meet on their way. */
export interface Link {
  /** Nothing gets through, in either direction. */
  cut: boolean;
}

/** DynamoDB's one item and EC2's one interface, behind a network and a throttle. */
export class SimulatedAws {
  lease: Lease | undefined;
  attachment: Attachment | undefined;
  /** Chances from 0 to 1, set by faults and taken back by them. */
  throttleChance = 0;
  lossChance = 0;
  private attachments = 0;

  constructor(
    private readonly time: VirtualTime,
    private readonly random: () => number,
    /** Hears of each change of owner as it happens. */
    private readonly onAcquired: (owner: string) => void,
  ) {}

  storeFor(link: Link): LeaseStore {
    const replace = (last: Lease | undefined, next: Lease) => () => {
      const { lease } = this;
      if (lease?.owner !== last?.owner || lease?.token !== last?.token || lease?.beat !== last?.beat)
        return undefined;
      this.lease = next;
      return next;
    };
    return {
      read: () => this.call(link, () => this.lease),
      acquire: (last, owner) =>
        this.call(link, () => {
          const acquired = replace(last, { owner, token: (last?.token ?? 0) + 1, beat: 0 })();
          if (acquired !== undefined) this.onAcquired(owner);
          return acquired;
        }),
      renew: (lease) => this.call(link, replace(lease, { ...lease, beat: lease.beat + 1 })),
      release: (lease) => this.call(link, replace(lease, { ...lease, owner: "", beat: lease.beat + 1 })),
    };
  }

  interfaceFor(link: Link): FloatingInterface {
    return {
      find: () => this.call(link, () => this.attachment),
      attach: (instanceId) =>
        this.call(link, () => {
          if (this.attachment !== undefined) throw new Error("InvalidNetworkInterface.InUse");
          const attachmentId = `eni-attach-${++this.attachments}`;
          this.attachment = { attachmentId, instanceId, state: "attaching" };
          this.later(attachMs, () => this.change(attachmentId, "attaching", "attached"));
        }),
      detach: (attachmentId) =>
        this.call(link, () => {
          if (this.attachment?.attachmentId !== attachmentId) throw new Error("InvalidAttachmentID.NotFound");
          this.loosen(attachmentId);
        }),
    };
  }

  /** What EC2 does to the interface of an instance that ends. */
  instanceEnds(instanceId: string): void {
    if (this.attachment?.instanceId === instanceId) this.loosen(this.attachment.attachmentId);
  }

  private loosen(attachmentId: string): void {
    if (this.attachment === undefined) return;
    this.attachment = { ...this.attachment, state: "detaching" };
    this.later(detachMs, () => {
      if (this.attachment?.attachmentId === attachmentId) this.attachment = undefined;
    });
  }

  private change(attachmentId: string, from: Attachment["state"], state: Attachment["state"]): void {
    if (this.attachment?.attachmentId === attachmentId && this.attachment.state === from)
      this.attachment = { ...this.attachment, state };
  }

  private later(atMost: number, run: () => void): void {
    this.time.at(this.time.now + 500 + this.random() * (atMost - 500), run);
  }

  /** There, what it does, and back: each may take its time or be lost, so that an error says nothing of the outcome. */
  private async call<T>(link: Link, effect: () => T): Promise<T> {
    const sent = this.time.now;
    const isLost = () => link.cut || this.random() < this.lossChance;
    const timeOut = async (): Promise<never> => {
      await this.time.sleep(sent + callTimeoutMs - this.time.now);
      throw new Error("TimeoutError");
    };
    await this.time.sleep(this.latency());
    if (isLost()) return timeOut();
    if (this.random() < this.throttleChance) throw new Error("ThrottlingException");
    const outcome = effect();
    await this.time.sleep(this.latency());
    return isLost() ? timeOut() : outcome;
  }

  private latency(): number {
    return this.random() < 0.05 ? this.random() * (callTimeoutMs / 2 - 1) : 2 + this.random() * 40;
  }
}
