import type * as pulumi from "@pulumi/pulumi";
import type { Account } from "../account/account";
import type { Network } from "../network/network";
import type { Tags } from "../tags";
import type { Connection, WorkloadUse } from "./connection";

/** A store as workloads get to see it. */
export interface Store {
  readonly name: string;
  /** Who may be let in, and where. Left out where the store is reached through AWS's own API. */
  readonly door?: {
    readonly securityGroupId: pulumi.Output<string>;
    readonly port: number;
    /** Left out where it is one port. */
    readonly toPort?: number;
  };
  connect(use: WorkloadUse): pulumi.Output<Connection>;
}

/** What every store is made in. */
export interface StoreSurroundings {
  readonly account: pulumi.Output<Account>;
  readonly stack: string;
  readonly network: Network;
  /** Encrypts what is stored. */
  readonly keyArn: pulumi.Input<string>;
  /** The same in other regions, where copies are kept. */
  readonly keyArnIn: (region: string) => pulumi.Input<string>;
  /** Encrypts what is logged. */
  readonly logKeyArn: pulumi.Input<string>;
  /** Hears of alarms. */
  readonly topicArn: pulumi.Input<string>;
  /** Every workload that uses the store. */
  readonly uses: readonly WorkloadUse[];
}

/** On what holds a store's data, so that who reads a preview, or the account, sees which store it is. */
export function storeTags(store: string, resource = store): Tags {
  return { Name: resource, "bakeline:store": store };
}
