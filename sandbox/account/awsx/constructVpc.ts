import provider from "@pulumi/pulumi/proto/provider_pb";
import type messages from "@pulumi/pulumi/proto/resource_pb";
import { sdkSchema } from "../schema/sdkSchema";
import { texts } from "../types/reading";
import { UNKNOWN } from "../unknown";
import type { Properties } from "../values";
import { RESOURCE_SIGNATURE, SIGNATURE_KEY } from "../wire/signatures";
import { decodeStruct, encodeStruct } from "../wire/struct";
import { Monitor, type Registered } from "./monitor";
import { keysOf, renderOutputs } from "./outputs";
import type { ComponentPlan, PlannedResource } from "./plan";
import { readVpcArgs, type VpcArgs } from "./vpcArgs";
import { planVpc } from "./vpcPlan";
import { chooseZones } from "./zones";

const ZONES = "aws:index/getAvailabilityZones:getAvailabilityZones";

/** Makes an `awsx:ec2:Vpc` for the engine: plans it, registers the component and everything in it, says what came out. */
export async function constructVpc(request: provider.ConstructRequest): Promise<provider.ConstructResponse> {
  const monitor = new Monitor(request.getMonitorendpoint());
  try {
    const args = readVpcArgs(decodeStruct(request.getInputs()));
    const plan = planVpc(request.getName(), args, await findZones(monitor, args, awsProviderOf(request)));
    const component = await registerComponent(monitor, request);
    const registered = await registerChildren(monitor, request, component.urn, plan);
    const state = renderOutputs(plan.outputs, (key) => {
      const { urn, id } = lookUp(registered, key);
      return { id, resource: { [SIGNATURE_KEY]: RESOURCE_SIGNATURE, urn, id: id === UNKNOWN ? "" : id } };
    });
    await monitor.registerOutputs(component.urn, state);
    return respond(component.urn, state, plan, registered);
  } finally {
    monitor.close();
  }
}

async function findZones(monitor: Monitor, args: VpcArgs, awsProvider: string): Promise<readonly string[]> {
  if (typeof args.zones !== "number") return args.zones;
  const found = await monitor.invoke(ZONES, {}, awsProvider, sdkSchema.version);
  return chooseZones(args.zones, texts(found, "names"));
}

function registerComponent(monitor: Monitor, request: provider.ConstructRequest): Promise<Registered> {
  return monitor.register({
    token: request.getType(),
    name: request.getName(),
    parent: request.getParent(),
    // As every component that the SDK makes: its arguments are the children's business.
    inputs: {},
    dependencies: request.getDependenciesList(),
    propertyDependencies: {},
    configure(registration) {
      registration.setAliasesList(request.getAliasesList());
      registration.setAliasspecs(true);
      request.getProvidersMap().forEach((reference, name) => {
        registration.getProvidersMap().set(name, reference);
      });
      inherit(request, registration);
    },
  });
}

/** Registers the plan, each resource as soon as those it needs are there; so, as in a program, much goes at once. */
async function registerChildren(
  monitor: Monitor,
  request: provider.ConstructRequest,
  component: string,
  plan: ComponentPlan,
): Promise<ReadonlyMap<string, Registered>> {
  const pending = new Map<string, Promise<Registered>>();
  for (const row of plan.resources)
    pending.set(row.key, registerChild(monitor, request, component, row, pending));
  const registered = await Promise.all(
    [...pending].map(async ([key, promise]) => [key, await promise] as const),
  );
  return new Map(registered);
}

async function registerChild(
  monitor: Monitor,
  request: provider.ConstructRequest,
  component: string,
  row: PlannedResource,
  pending: ReadonlyMap<string, Promise<Registered>>,
): Promise<Registered> {
  const parent = row.parent === undefined ? undefined : await pending.get(row.parent);
  const inputs: Properties[] = [row.inputs];
  const propertyDependencies: Record<string, readonly string[]> = {};
  for (const name of Object.keys(row.inputs))
    propertyDependencies[name] = argumentDependencies(request, name, row);
  for (const [name, { key, output }] of Object.entries(row.references)) {
    const target = await pending.get(key);
    if (target === undefined) throw new Error(`${row.key} refers to ${key}, which is planned after it`);
    inputs.push({ [name]: (output === "id" ? target.id : target.outputs[output]) ?? UNKNOWN });
    propertyDependencies[name] = [target.urn];
  }
  const dependencies = new Set(Object.values(propertyDependencies).flat());
  if (parent !== undefined) dependencies.add(parent.urn);
  return monitor.register({
    token: row.token,
    name: row.name,
    parent: parent?.urn ?? component,
    inputs: Object.assign({}, ...inputs),
    dependencies: [...dependencies],
    propertyDependencies,
    configure(registration) {
      registration.setCustom(true);
      const awsProvider = awsProviderOf(request);
      registration.setProvider(awsProvider);
      // Without a provider of its own a resource gets the default one, of the SDK's version.
      if (awsProvider === "") registration.setVersion(sdkSchema.version);
      inherit(request, registration);
    },
  });
}

/** What the component's arguments depended on: `tags` makes `tags`, and `from` names the less obvious. */
function argumentDependencies(
  request: provider.ConstructRequest,
  input: string,
  row: PlannedResource,
): readonly string[] {
  const dependencies = request.getInputdependenciesMap();
  return [input, ...row.from].flatMap((name) => dependencies.get(name)?.getUrnsList() ?? []);
}

/** The options that a component's children share with it. */
function inherit(request: provider.ConstructRequest, registration: messages.RegisterResourceRequest): void {
  if (request.hasProtect()) registration.setProtect(request.getProtect() === true);
  if (request.hasRetainondelete()) registration.setRetainondelete(request.getRetainondelete() === true);
  registration.setDeletedwith(request.getDeletedwith());
}

function awsProviderOf(request: provider.ConstructRequest): string {
  return request.getProvidersMap().get("aws") ?? "";
}

function respond(
  urn: string,
  state: Properties,
  plan: ComponentPlan,
  registered: ReadonlyMap<string, Registered>,
): provider.ConstructResponse {
  const response = new provider.ConstructResponse();
  response.setUrn(urn);
  response.setState(encodeStruct(state));
  for (const [name, output] of Object.entries(plan.outputs)) {
    const dependencies = new provider.ConstructResponse.PropertyDependencies();
    dependencies.setUrnsList(keysOf(output).map((key) => lookUp(registered, key).urn));
    response.getStatedependenciesMap().set(name, dependencies);
  }
  return response;
}

function lookUp(registered: ReadonlyMap<string, Registered>, key: string): Registered {
  const found = registered.get(key);
  if (found === undefined) throw new Error(`${key} was planned, but not registered`);
  return found;
}
