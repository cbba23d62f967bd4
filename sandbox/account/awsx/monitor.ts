import { credentials } from "@grpc/grpc-js";
import { ResourceMonitorClient } from "@pulumi/pulumi/proto/resource_grpc_pb";
import messages from "@pulumi/pulumi/proto/resource_pb";
import { UNKNOWN } from "../unknown";
import type { Properties, Value } from "../values";
import { decodeStruct, encodeStruct } from "../wire/struct";

/** What a component says of a resource that it registers; sdk/proto of pulumi/pulumi, RegisterResourceRequest. */
export interface Registration {
  token: string;
  name: string;
  parent: string;
  inputs: Properties;
  /** URNs of everything that must exist before. */
  dependencies: readonly string[];
  /** URNs by input. */
  propertyDependencies: Readonly<Record<string, readonly string[]>>;
  /** Sets what a component passes on to its children, and what is its own. */
  configure(request: messages.RegisterResourceRequest): void;
}

/** What the engine made of a registration. */
export interface Registered {
  urn: string;
  /** Unknown during a preview of a resource to be created. */
  id: Value;
  outputs: Properties;
}

/** The engine's side of a component under construction: it registers the children there as a program would. */
export class Monitor {
  private readonly client: ResourceMonitorClient;

  constructor(endpoint: string) {
    this.client = new ResourceMonitorClient(endpoint, credentials.createInsecure());
  }

  register(registration: Registration): Promise<Registered> {
    const request = new messages.RegisterResourceRequest();
    request.setType(registration.token);
    request.setName(registration.name);
    request.setParent(registration.parent);
    request.setObject(encodeStruct(registration.inputs));
    request.setDependenciesList([...registration.dependencies]);
    for (const [property, urns] of Object.entries(registration.propertyDependencies)) {
      const dependencies = new messages.RegisterResourceRequest.PropertyDependencies();
      dependencies.setUrnsList([...urns]);
      request.getPropertydependenciesMap().set(property, dependencies);
    }
    request.setAcceptsecrets(true);
    request.setAcceptresources(true);
    request.setSupportspartialvalues(true);
    registration.configure(request);
    return new Promise((resolve, reject) => {
      this.client.registerResource(request, (error, response) => {
        if (error !== null) return reject(error);
        const id = response.getId();
        resolve({
          urn: response.getUrn(),
          id: id === "" ? UNKNOWN : id,
          outputs: decodeStruct(response.getObject()),
        });
      });
    });
  }

  registerOutputs(urn: string, outputs: Properties): Promise<void> {
    const request = new messages.RegisterResourceOutputsRequest();
    request.setUrn(urn);
    request.setOutputs(encodeStruct(outputs));
    return new Promise((resolve, reject) => {
      this.client.registerResourceOutputs(request, (error) => (error === null ? resolve() : reject(error)));
    });
  }

  /** Asks a data source as the component's provider would. */
  invoke(token: string, args: Properties, provider: string, version: string): Promise<Properties> {
    const request = new messages.ResourceInvokeRequest();
    request.setTok(token);
    request.setArgs(encodeStruct(args));
    request.setProvider(provider);
    request.setVersion(provider === "" ? version : "");
    return new Promise((resolve, reject) => {
      this.client.invoke(request, (error, response) => {
        if (error !== null) return reject(error);
        const [failure] = response.getFailuresList();
        if (failure !== undefined) return reject(new Error(`${token}: ${failure.getReason()}`));
        resolve(decodeStruct(response.getReturn()));
      });
    });
  }

  close(): void {
    this.client.close();
  }
}
