import type { MockCallArgs, MockResourceArgs, MockResourceResult, Mocks } from "@pulumi/pulumi/runtime";
import { isDryRun } from "@pulumi/pulumi/runtime";
import { ACCOUNT_ID } from "./account";
import { type Made, renderOutputs } from "./awsx/outputs";
import type { PlannedResource } from "./awsx/plan";
import { readVpcArgs } from "./awsx/vpcArgs";
import { planVpc } from "./awsx/vpcPlan";
import { chooseZones } from "./awsx/zones";
import { zonesOf } from "./functions/zones";
import type { Ledger } from "./ledger";
import { memoryLedger } from "./memoryLedger";
import { parsePlain, withoutAssets } from "./mocks/parsePlain";
import { requirePartition } from "./partition";
import { checkConfiguration, readConfiguration } from "./plugin/configuration";
import { invoke, Provider } from "./provider";
import type { ProviderConfig } from "./provider/config";
import type { CheckFailure } from "./resourceType";
import { UNKNOWN } from "./unknown";
import type { Properties } from "./values";
import { unwrap } from "./wire/unwrap";

export interface AccountMocksOptions {
  /** Of resources without a provider of their own. Default: eu-west-1. */
  region?: string;
}

/** One resource of AWS as the program asked for it, and as the account made it. */
export interface RecordedResource {
  token: string;
  name: string;
  /** As checked: with defaults, physical name and `tagsAll`. */
  inputs: Properties;
  /** In a preview with unknowns. */
  outputs: Properties;
}

export interface AccountMocks extends Mocks {
  /** In the order in which they were made; the children of awsx components among them. */
  readonly resources: readonly RecordedResource[];
  readonly ledger: Ledger;
  newResource(args: MockResourceArgs): MockResourceResult;
  call(args: MockCallArgs): Properties;
}

const VPC_COMPONENT = "awsx:ec2:Vpc";
const AWS_PROVIDER = "pulumi:providers:aws";

/**
 * `pulumi.runtime.setMocks(accountMocks(), project, stack, preview)`: a unit test's resources are checked and created
 * by the very provider that the engine would ask, in an account of their own. What it refuses, the resource throws.
 */
export function accountMocks({ region = "eu-west-1" }: AccountMocksOptions = {}): AccountMocks {
  const ledger = memoryLedger();
  const resources: RecordedResource[] = [];
  const providers = new Map<string, ProviderConfig>();

  /** A component's children use the provider in `providers`, which mocks are not told: the program's only one. */
  function configOf(reference: string | undefined): ProviderConfig {
    const id = reference?.split("::").at(-1) ?? "";
    return providers.get(id) ?? [...providers.values()].at(-1) ?? { region, defaultTags: {} };
  }

  function make(config: ProviderConfig, token: string, name: string, news: Properties) {
    const provider = new Provider(ledger, config);
    const { inputs, failures } = provider.check(token, { name, news });
    throwFailures(`${token} (${name})`, failures);
    const made = isDryRun()
      ? { id: undefined, properties: provider.previewCreate(token, inputs) }
      : provider.create(token, inputs);
    resources.push({ token, name, inputs, outputs: made.properties });
    return made;
  }

  function makeVpc(config: ProviderConfig, name: string, inputs: Properties): Properties {
    const args = readVpcArgs(inputs);
    const plan = planVpc(name, args, chooseZones(args.zones, zonesOf(config.region)));
    const made = new Map<string, { id: string | undefined; properties: Properties }>();
    for (const row of plan.resources)
      made.set(row.key, make(config, row.token, row.name, unwrap(withReferences(row, made))));
    return renderOutputs(plan.outputs, (key): Made => {
      const { id = UNKNOWN, properties = {} } = made.get(key) ?? {};
      return { id, resource: { id, ...properties } };
    });
  }

  return {
    resources,
    ledger,
    newResource({ type, name, inputs, provider, custom, id }) {
      const given = parsePlain(inputs);
      if (type === AWS_PROVIDER) {
        throwFailures(`${type} (${name})`, checkConfiguration(unwrap(given)));
        providers.set(name, readConfiguration(unwrap(given)));
        return { id: name, state: given };
      }
      if (type === VPC_COMPONENT) return { id: undefined, state: makeVpc(configOf(provider), name, given) };
      if (custom !== true || type.startsWith("pulumi:"))
        return { id: custom === true ? name : undefined, state: {} };
      if (id !== undefined && id !== "") return readExisting(ledger, configOf(provider), type, id);
      const made = make(configOf(provider), type, name, unwrap(given));
      return { id: made.id, state: withoutAssets(made.properties) };
    },
    call({ token, inputs, provider }) {
      const config = configOf(provider);
      const caller = {
        accountId: ACCOUNT_ID,
        region: config.region,
        partition: requirePartition(config.region),
      };
      const { result, failures } = invoke(token, unwrap(parsePlain(inputs)), caller);
      throwFailures(token, failures);
      return result;
    },
  };
}

function readExisting(ledger: Ledger, config: ProviderConfig, token: string, id: string): MockResourceResult {
  const present = new Provider(ledger, config).read(token, id);
  if (present === undefined) throw new Error(`${token}: nothing has the id ${id}`);
  return { id, state: present.properties };
}

function withReferences(
  row: PlannedResource,
  made: ReadonlyMap<string, { id: string | undefined; properties: Properties }>,
): Properties {
  const resolved = Object.entries(row.references).map(([input, { key, output }]) => {
    const target = made.get(key);
    return [input, (output === "id" ? target?.id : target?.properties[output]) ?? UNKNOWN];
  });
  return { ...row.inputs, ...Object.fromEntries(resolved) };
}

function throwFailures(subject: string, failures: readonly CheckFailure[]): void {
  if (failures.length === 0) return;
  throw new Error(
    [subject, ...failures.map(({ property, reason }) => `${property}: ${reason}`)].join("\n  "),
  );
}
