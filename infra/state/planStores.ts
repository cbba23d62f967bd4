import type { BucketConfig } from "../config/sections/stores/buckets";
import type { CacheConfig } from "../config/sections/stores/caches";
import type { DatabaseConfig } from "../config/sections/stores/databases";
import type { FileSystemConfig } from "../config/sections/stores/fileSystems";
import type { SessionTableConfig } from "../config/sections/stores/sessionTables";
import type { StoresConfig } from "../config/sections/stores/stores";
import type { Workload } from "../workloads/workload";
import type { WorkloadUse } from "./connection";
import { logGroupNames } from "./database/engine";
import { storeName } from "./storeName";

/** One store of a stack, with everybody who uses it. */
export type StorePlan = {
  readonly name: string;
  readonly uses: readonly WorkloadUse[];
} & (
  | { readonly family: "databases"; readonly config: DatabaseConfig }
  | { readonly family: "sessionTables"; readonly config: SessionTableConfig }
  | { readonly family: "caches"; readonly config: CacheConfig }
  | { readonly family: "buckets"; readonly config: BucketConfig }
  | { readonly family: "fileSystems"; readonly config: FileSystemConfig }
);

/** A row a store, in the order of the stack file. */
export function planStores(config: StoresConfig, workloads: readonly Workload[]): StorePlan[] {
  const row = (name: string) => ({ name, uses: findUses(name, workloads) });
  return [
    ...Object.entries(config.databases).map(
      ([name, it]): StorePlan => ({ ...row(name), family: "databases", config: it }),
    ),
    ...Object.entries(config.sessionTables).map(
      ([name, it]): StorePlan => ({ ...row(name), family: "sessionTables", config: it }),
    ),
    ...Object.entries(config.caches).map(
      ([name, it]): StorePlan => ({ ...row(name), family: "caches", config: it }),
    ),
    ...Object.entries(config.buckets).map(
      ([name, it]): StorePlan => ({ ...row(name), family: "buckets", config: it }),
    ),
    ...Object.entries(config.fileSystems).map(
      ([name, it]): StorePlan => ({ ...row(name), family: "fileSystems", config: it }),
    ),
  ];
}

function findUses(store: string, workloads: readonly Workload[]): WorkloadUse[] {
  return workloads.flatMap(({ name, stores = [] }) =>
    stores.filter((use) => use.store === store).map(({ access }) => ({ workload: name, access })),
  );
}

/**
 * Stores that a workload asks for and the stack does not have, a line each.
 * @param known the stack's stores; undefined where they are told to be wrong
 */
export function findStoreProblems(
  known: readonly string[] | undefined,
  workloads: readonly Workload[],
): string[] {
  return workloads.flatMap(({ name, stores = [] }) =>
    stores.flatMap(({ store }, index) => {
      const path = `workloads.${name}.stores[${index}].store`;
      if (known?.includes(store) === false)
        return [
          `${path}: expected a store of bakeline:stores (${known.join(", ") || "there is none"}), got ${JSON.stringify(store)}; add it to the stack file, or correct its name`,
        ];
      return stores.findIndex((other) => other.store === store) < index
        ? [`${path}: expected each store once, got ${JSON.stringify(store)} again; remove one of the two`]
        : [];
    }),
  );
}

/** The regions beside the stack's own in which something of a store is kept. */
export function planCopyRegions({ databases, sessionTables }: StoresConfig): string[] {
  const copies = Object.values(databases).flatMap((database) =>
    database.kind === "instance" ? (database.backupCopyRegion ?? []) : [],
  );
  const replicas = Object.values(sessionTables).flatMap(({ replicaRegions }) => replicaRegions);
  return [...new Set([...copies, ...replicas])].sort();
}

/** Whether anything in the stack must outlive a change: then the keys that it is encrypted by must, too. */
export function holdsLastingData(config: StoresConfig): boolean {
  const { logArchive } = config;
  return (
    planStores(config, []).some((store) => !store.config.allowDataLoss) ||
    (logArchive !== undefined && !logArchive.allowDataLoss)
  );
}

/** The log groups that RDS writes to under names of its own. */
export function planForeignLogGroups(stack: string, { databases }: StoresConfig): string[] {
  return Object.entries(databases).flatMap(([name, config]) =>
    logGroupNames(storeName(stack, name), config).map((group) => group.name),
  );
}
