/** Who has the lease. Every change of owner makes the token greater, every renewal the beat. */
export interface Lease {
  /** An instance's id; empty when the last owner gave it up. */
  readonly owner: string;
  /** The fencing token: what takes writes for the pair refuses those with a smaller one than it has seen. */
  readonly token: number;
  readonly beat: number;
}

/** Where the lease is kept. Each method writes only if the lease is still the one that is given. Errors: unknown outcome. */
export interface LeaseStore {
  /** As of now, never an older one. Undefined before the first acquisition. */
  read(): Promise<Lease | undefined>;
  /** The new lease, or undefined when another was faster. */
  acquire(last: Lease | undefined, owner: string): Promise<Lease | undefined>;
  renew(lease: Lease): Promise<Lease | undefined>;
  release(lease: Lease): Promise<Lease | undefined>;
}

export interface Attachment {
  /** Another one each time that the interface is attached: who detaches an old one detaches nothing. */
  readonly attachmentId: string;
  readonly instanceId: string;
  readonly state: "attaching" | "attached" | "detaching";
}

/** The interface that floats. EC2 attaches it to one instance at a time. */
export interface FloatingInterface {
  find(): Promise<Attachment | undefined>;
  attach(instanceId: string): Promise<void>;
  detach(attachmentId: string): Promise<void>;
}

/** The instance that the member runs on. */
export interface PairHost {
  isHealthy(): Promise<boolean>;
  /** Starts the service behind the interface, which hands the token on with its writes. */
  begin(token: number): void;
  /** Stops it, within `stopMs`. */
  end(): void;
}

/** A clock that never goes back, of any origin. */
export interface Clock {
  now(): number;
  /** Calls back once the clock shows a time. Answers with what takes it back. */
  at(time: number, callback: () => void): () => void;
}
