import * as path from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { Callback } from "@pulumi/pulumi/proto/callback_pb";
import type { StackConfig } from "../../infra/config/schema";
import { loadStackFile } from "../../infra/config/stackFile";
import { declareEstate } from "../../infra/estate";
import { createProvider } from "../../infra/provider";
import { workloads as declared } from "../../infra/workloads";
import { declaredBy } from "../../infra/workloads/declared";
import type { Workload } from "../../infra/workloads/workload";
import { accountMocks } from "../../sandbox/account/mocks";
import { type Recorded, RecordedEstate } from "./recordedEstate";

export interface RecordArgs {
  readonly stack: string;
  readonly config?: StackConfig;
  readonly workloads?: readonly Workload[];
  /** As `pulumi preview` runs the program: what only AWS can know is unknown. */
  readonly preview?: boolean;
}

/** The checked-in settings of a stack, without its hosts: they have tests of their own. */
export function stackConfigOf(stack: string): StackConfig {
  const config = stackConfigWithHosts(stack);
  const none = { dualHomed: {}, single: {}, licensed: {}, appliance: {}, floatingPair: {} };
  return { ...config, hosts: { ...config.hosts, ...none } };
}

export function stackConfigWithHosts(stack: string): StackConfig {
  const file = path.join(__dirname, "../..", `Pulumi.${stack}.yaml`);
  return loadStackFile(file, declaredBy(declared));
}

/** Dev's settings of web under the base tier, for one workload of another name and without artifacts. */
export function configWithWorkload(name: string): StackConfig {
  const config = stackConfigOf("dev");
  const { web } = config.workloads;
  if (web === undefined) throw new Error("expected dev to have settings for web");
  return { ...config, workloads: { [name]: { ...web, tier: "base", releases: {} } } };
}

/** A stack's settings under the tiers of another, for what shall differ in nothing else. */
export function withTiersOf(stack: string, config: StackConfig): StackConfig {
  const { workloads } = stackConfigOf(stack);
  return {
    ...config,
    workloads: Object.fromEntries(
      Object.entries(config.workloads).map(([name, settings]) => [
        name,
        { ...settings, tier: workloads[name]?.tier ?? settings.tier },
      ]),
    ),
  };
}

const recordedStacks = new Map<string, Promise<RecordedEstate>>();

/** The estate of a checked-in stack, recorded once for all tests. */
export function recordStack(stack: string): Promise<RecordedEstate> {
  const recorded = recordedStacks.get(stack) ?? recordEstate({ stack });
  recordedStacks.set(stack, recorded);
  return recorded;
}

/** The same with its hosts: for what must hold of everything that a stack has. */
export function recordWholeStack(stack: string): Promise<RecordedEstate> {
  return recordEstate({ stack, config: stackConfigWithHosts(stack) });
}

/**
 * Declares an estate in an empty simulated account. Records what the program asks for, components too, and then
 * what awsx makes of its VPC.
 */
export async function recordEstate({
  stack,
  config = stackConfigOf(stack),
  workloads = declared,
  preview = false,
}: RecordArgs): Promise<RecordedEstate> {
  const recorded: Recorded[] = [];
  const mocks = accountMocks();
  await pulumi.runtime.setMocks(
    {
      newResource: (resource) => {
        recorded.push({ type: resource.type, name: resource.name, inputs: resource.inputs });
        return mocks.newResource(resource);
      },
      call: (call) => mocks.call(call),
    },
    "bakeline",
    stack,
    preview,
  );
  acceptHooks();
  const identity = { project: "bakeline", stack, environment: config.environment };
  declareEstate({
    identity,
    config,
    workloads,
    provider: createProvider(identity, config.region),
    findImageCommit: () => undefined,
  });
  await pulumi.runtime.disconnect();
  const own = new Set(recorded.map(({ type, name }) => `${type} ${name}`));
  const children = mocks.resources
    .filter(({ token, name }) => !own.has(`${token} ${name}`))
    .map(({ token, name, inputs }) => ({ type: token, name, inputs }));
  return new RecordedEstate([...recorded, ...children]);
}

/** The SDK's mocks say that they know hooks and transforms, and have nothing to register them with: a resource with one would wait for ever. */
function acceptHooks(): void {
  const registered = {
    registerResourceHook: async () => {},
    registerTransform: async () => new Callback(),
    awaitStackRegistrations: async () => {},
    shutdown() {},
  };
  Reflect.set(Reflect.get(globalThis, "globalStore"), "callbacks", registered);
}
