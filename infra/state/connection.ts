import type { PolicyStatement } from "../account/policyDocument";
import type { SecretReference, SecretStep } from "../bakeline/step";
import type { StoreUse } from "../workloads/workload";

/** All that one workload needs to use one store, and nothing that it does not. */
export interface Connection {
  /** A host name, or what the store's API knows it by: a table's or bucket's name, a file system's id. */
  readonly endpoint: string;
  /** Left out where the store is reached through AWS's own API. */
  readonly port?: number;
  /** What else the service must know: the database, the user, the access point. Never a secret. */
  readonly facts: Readonly<Record<string, string>>;
  /** Where the login is, if there is one to keep. Services read it when they connect: it may rotate. */
  readonly secret?: SecretReference;
  /** What the workload's role may do with the store. */
  readonly statements: readonly PolicyStatement[];
}

/** Who uses a store, and how. */
export interface WorkloadUse extends Omit<StoreUse, "store"> {
  readonly workload: string;
}

/** The parameter in which an instance finds how to reach a store. A name that user data can hold before the store exists. */
export function connectionParameterName(stack: string, workload: string, store: string): string {
  return `/bakeline/${stack}/${workload}/stores/${store}`;
}

/** The connection as the parameter holds it: facts and where secrets are, so that anybody may read it. */
export function renderConnection({ endpoint, port, facts, secret }: Connection): string {
  return JSON.stringify({
    endpoint,
    ...(port === undefined ? {} : { port }),
    ...facts,
    ...(secret === undefined ? {} : { secret }),
  });
}

/** Where a workload's service finds the connection to a store. */
export function connectionFilePath(store: string): string {
  return `/etc/bakeline/stores/${store}.json`;
}

/** What an instance does at boot to know its stores: a file each, read from the parameter by the instance's own role. */
export function planConnectionSteps(
  stack: string,
  workload: string,
  stores: readonly StoreUse[],
): SecretStep[] {
  return stores.map(({ store }) => ({
    kind: "secret",
    path: connectionFilePath(store),
    reference: { kind: "parameterStore", name: connectionParameterName(stack, workload, store) },
    owner: "root",
    mode: "0444",
  }));
}

/** A statement's id: letters and digits only, unique in the role's policy. */
export function statementId(store: string, action: string): string {
  const words = store.split("-").map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return words.join("") + action;
}
