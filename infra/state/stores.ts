import * as pulumi from "@pulumi/pulumi";
import type { Account } from "../account/account";
import type { StoresConfig } from "../config/sections/stores/stores";
import type { Network } from "../network/network";
import type { Workload } from "../workloads/workload";
import { AssetBucket } from "./bucket/assetBucket";
import { Cache } from "./cache/cache";
import { Database } from "./database/database";
import { EncryptionKey } from "./encryptionKey";
import { SharedFileSystem } from "./fileSystem/fileSystem";
import { holdsLastingData, planCopyRegions, planStores, type StorePlan } from "./planStores";
import { SessionTable } from "./sessionTable/sessionTable";
import type { Store, StoreSurroundings } from "./store";
import { WorkloadStores } from "./workloadStores";

export interface StoresArgs {
  readonly account: pulumi.Output<Account>;
  readonly stack: string;
  readonly config: StoresConfig;
  readonly workloads: readonly Workload[];
  readonly network: Network;
  readonly availabilityZones: readonly string[];
  readonly logKeyArn: pulumi.Input<string>;
  readonly topicArn: pulumi.Input<string>;
}

/** Every store of a stack, and the keys that they are encrypted by. */
export class Stores extends pulumi.ComponentResource {
  readonly #stores: readonly Store[];
  readonly #args: StoresArgs;

  constructor(name: string, args: StoresArgs, opts?: pulumi.ComponentResourceOptions) {
    super("bakeline:state:Stores", name, {}, opts);
    const parent = { parent: this };
    const plans = planStores(args.config, args.workloads);

    this.#args = args;
    this.#stores =
      plans.length === 0 ? [] : createStores(plans, { ...args, ...createKeys(name, args, parent) }, parent);
    this.registerOutputs({});
  }

  /** What a workload needs of the stores that it names. */
  of(workload: Workload, opts: pulumi.ComponentResourceOptions): WorkloadStores {
    const names = (workload.stores ?? []).map(({ store }) => store);
    const stores = this.#stores.filter((store) => names.includes(store.name));
    return new WorkloadStores(workload, { ...this.#args, stores }, opts);
  }
}

/** One key for all stores of a stack: a role's use of it is bound to the one store that it names. */
function createKeys(
  name: string,
  { account, stack, config }: StoresArgs,
  opts: pulumi.ComponentResourceOptions,
): Pick<StoreSurroundings, "keyArn" | "keyArnIn"> {
  // Who deletes the key deletes what it encrypts.
  const protectedOpts = { ...opts, protect: holdsLastingData(config) };
  const create = (keyName: string, description: string, region?: string) =>
    new EncryptionKey(
      keyName,
      { account, stack, description, planStatements: () => [], ...(region === undefined ? {} : { region }) },
      protectedOpts,
    );
  const copies = new Map(
    planCopyRegions(config).map((region) => [
      region,
      create(`${name}-${region}`, `Copies of the stores of ${stack} in ${region}`, region),
    ]),
  );
  return {
    keyArn: create(name, `Stores of ${stack}`).arn,
    keyArnIn: (region) => {
      const key = copies.get(region);
      if (key === undefined) throw new Error(`no key for ${region}; planCopyRegions must name it`);
      return key.arn;
    },
  };
}

type Shared = Omit<StoreSurroundings, "uses"> & Pick<StoresArgs, "availabilityZones">;

function createStores(
  plans: readonly StorePlan[],
  shared: Shared,
  opts: pulumi.ComponentResourceOptions,
): Store[] {
  return plans.map((plan) => {
    const { name, uses } = plan;
    switch (plan.family) {
      case "databases":
        return new Database(name, { ...shared, uses, config: plan.config }, opts);
      case "sessionTables":
        return new SessionTable(name, { ...shared, uses, config: plan.config }, opts);
      case "caches":
        return new Cache(name, { ...shared, uses, config: plan.config }, opts);
      case "buckets":
        return new AssetBucket(name, { ...shared, uses, config: plan.config }, opts);
      case "fileSystems":
        return new SharedFileSystem(name, { ...shared, uses, config: plan.config }, opts);
      default:
        return plan satisfies never;
    }
  });
}
