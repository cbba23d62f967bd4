import { Parameter } from "@pulumi/aws/ssm";
import { SecurityGroupEgressRule, SecurityGroupIngressRule } from "@pulumi/aws/vpc";
import * as pulumi from "@pulumi/pulumi";
import type { PolicyStatement } from "../account/policyDocument";
import type { Workload } from "../workloads/workload";
import { connectionParameterName, renderConnections } from "./connection";
import type { Store } from "./store";

export interface WorkloadStoresArgs {
  readonly stack: string;
  /** The stores that the workload names. */
  readonly stores: readonly Store[];
}

/** What one workload needs of its stores, for its fleet to take: permissions, ways in, and facts for its instances. */
export class WorkloadStores extends pulumi.ComponentResource {
  /** For the role of the workload's instances. */
  readonly statements: pulumi.Output<PolicyStatement[]>;
  readonly #workload: Workload;
  readonly #stores: readonly Store[];

  constructor(workload: Workload, args: WorkloadStoresArgs, opts?: pulumi.ComponentResourceOptions) {
    const { name } = workload;
    super("bakeline:state:WorkloadStores", name, {}, opts);
    const { stack, stores } = args;

    const connections = pulumi.all(
      Object.fromEntries(
        stores.map((store) => {
          const access = workload.stores?.find((use) => use.store === store.name)?.access ?? "read";
          return [store.name, store.connect({ workload: name, access })];
        }),
      ),
    );
    if (stores.length > 0)
      new Parameter(
        `${name}-stores`,
        {
          name: connectionParameterName(stack, name),
          description: `How ${name} reaches its stores`,
          type: "String",
          // Facts, and where secrets are; `value` would hide them from every preview.
          insecureValue: connections.apply(renderConnections),
          tags: { Name: `${name}-stores` },
        },
        { parent: this },
      );

    this.#workload = workload;
    this.#stores = stores;
    // Reading its own parameters is part of what every instance may do at boot.
    this.statements = connections.apply((made) =>
      Object.values(made).flatMap(({ statements }) => statements),
    );
    this.registerOutputs({});
  }

  /** Lets the workload's instances in, and out to, each store that has a door; nobody else. */
  createRules(securityGroupId: pulumi.Output<string>, opts: pulumi.CustomResourceOptions): void {
    for (const { name, door } of this.#stores) {
      if (door === undefined) continue;
      const { port, toPort = port } = door;
      const resource = `${this.#workload.name}-to-${name}`;
      const rule = {
        ipProtocol: "tcp",
        fromPort: port,
        toPort,
        description: `${this.#workload.name} to ${name}`,
        tags: { Name: resource },
      };
      new SecurityGroupEgressRule(
        resource,
        { ...rule, securityGroupId, referencedSecurityGroupId: door.securityGroupId },
        opts,
      );
      new SecurityGroupIngressRule(
        resource,
        { ...rule, securityGroupId: door.securityGroupId, referencedSecurityGroupId: securityGroupId },
        opts,
      );
    }
  }
}
