import type { OperatingSystem } from "../bakeline/operatingSystem";
import type { LogFile } from "../bootstrap/cloudWatchAgent";
import type { Agents } from "../bootstrap/everyInstance";
import type { DeclaredStep } from "./release";

/**
 * A store that a workload uses, and how. `read` and `write` (which reads as well) are what services do; `administer`
 * is a database's master login or all of a cache's commands, for migrations.
 */
export interface StoreUse {
  /** A store's name below `bakeline:stores` of every stack. */
  readonly store: string;
  readonly access: "read" | "write" | "administer";
}

/** A service that runs on EC2: what is true of it in every stack. Tier, release, sizes and counts are the stack's to choose. */
export interface Workload {
  /** Unique in the estate; the name of every resource made for the workload begins with it. */
  readonly name: string;
  /** What its instances are, in the tag `role`. Several workloads may share one. */
  readonly role: string;
  readonly operatingSystem: OperatingSystem;
  /** Where AWS's agents come from on that operating system. */
  readonly agents: Agents;
  /** In the order in which they are done. Those of every instance come around them: infra/bootstrap/everyInstance.ts. */
  readonly steps: readonly DeclaredStep[];
  /** Users of its services that may read the metadata service, and so have the role's credentials. Root always may. */
  readonly imdsUsers: readonly string[];
  /** Files of its services that go to its log group. The boot's own log always does. */
  readonly logFiles: readonly LogFile[];
  /** TCP port its instances serve HTTP on; TLS ends at the load balancer. */
  readonly port: number;
  /** Answers 200 when the instance is ready for service. */
  readonly healthCheckPath: string;
  readonly traffic: Traffic;
  /**
   * Network hops that an answer of the metadata service survives. 1 keeps it on the instance; 2 lets a container
   * behind a bridge read it, and with it the instance's credentials. The workload's choice, never a default.
   */
  readonly imdsHopLimit: 1 | 2;
  /** The stores that it uses. Its instances get these connections, and no permission beyond. None when omitted. */
  readonly stores?: readonly StoreUse[];
}

/** How requests reach a workload. */
export type Traffic =
  /** From the load balancer, which also asks for its health. */
  | LoadBalanced
  /** Not at all: it works by itself, and its port answers health checks of the instance alone. */
  | { readonly kind: "none" };

export interface LoadBalanced {
  readonly kind: "loadBalancer";
  /** 1 to 5 path patterns of the load balancer's rule, such as `/api/*`. */
  readonly pathPatterns: readonly [string, ...string[]];
  /** 1 to 50,000, lowest first; no two workloads may share one. */
  readonly listenerRulePriority: number;
}
