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

/** Whether a use changes what is in the store. A word that is none of them gives no right. */
export function mayWrite(access: StoreUse["access"]): boolean {
  switch (access) {
    case "read":
      return false;
    case "write":
    case "administer":
      return true;
    default:
      access satisfies never;
      return false;
  }
}

/** The parameter in which an instance finds how to reach its stores. A name that user data can hold before they exist. */
export function connectionParameterName(stack: string, workload: string): string {
  return `/bakeline/${stack}/${workload}`;
}

/** The connections by store, as the parameter holds them: facts and where secrets are, so that anybody may read them. */
export function renderConnections(connections: Readonly<Record<string, Connection>>): string {
  const facts = Object.entries(connections).map(([store, connection]) => {
    const { endpoint, port, facts: others, secret } = connection;
    return [store, { endpoint, port, ...others, secret }];
  });
  return JSON.stringify(Object.fromEntries(facts));
}

/** Where a workload's services find the connections, by store: beside their own settings. */
export function connectionsFilePath(workload: string): string {
  return `/etc/${workload}/stores`;
}

/** What an instance does at boot to know its stores: one file, of a parameter that its own role reads, whatever their number. */
export function planConnectionSteps(
  stack: string,
  workload: string,
  stores: readonly StoreUse[],
): SecretStep[] {
  if (stores.length === 0) return [];
  return [
    {
      kind: "secret",
      path: connectionsFilePath(workload),
      reference: { kind: "parameterStore", name: connectionParameterName(stack, workload) },
      owner: "root",
      mode: "0644",
    },
  ];
}

/** A statement's id: letters and digits only, unique in the role's policy. */
export function statementId(store: string, action: string): string {
  const words = store.split("-").map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return words.join("") + action;
}
