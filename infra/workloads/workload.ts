/** A service that runs on EC2: what is true of it in every stack. Sizes and counts are the stack's to choose. */
export interface Workload {
  /** Unique in the estate; the name of every resource made for the workload begins with it. */
  readonly name: string;
  /** What its instances are, in the tag `role`. Several workloads may share one. */
  readonly role: string;
  /** TCP port its instances serve HTTP on; TLS ends at the load balancer. */
  readonly port: number;
  /** Answers 200 when the instance is ready for traffic. */
  readonly healthCheckPath: string;
  /** 1 to 5 path patterns of the load balancer's rule, such as `/api/*`. */
  readonly pathPatterns: readonly [string, ...string[]];
  /** 1 to 50,000, lowest first; no two workloads may share one. */
  readonly listenerRulePriority: number;
  /**
   * Network hops that an answer of the metadata service survives. 1 keeps it on the instance; 2 lets a container
   * behind a bridge read it, and with it the instance's credentials. The workload's choice, never a default.
   */
  readonly imdsHopLimit: 1 | 2;
}
