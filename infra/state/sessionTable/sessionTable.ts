import { Policy, Target } from "@pulumi/aws/appautoscaling";
import { ContributorInsights, Table } from "@pulumi/aws/dynamodb";
import * as pulumi from "@pulumi/pulumi";
import type { SessionTableConfig } from "../../config/sections/stores/sessionTables";
import type { Connection, WorkloadUse } from "../connection";
import { type Store, type StoreSurroundings, storeTags } from "../store";
import { createStoreAlarms } from "../storeAlarms";
import { storeName } from "../storeName";
import { connectSessionTable } from "./connect";
import { planCapacityRanges, planTable, planTableAlarms } from "./plan";

export interface SessionTableArgs extends StoreSurroundings {
  readonly config: SessionTableConfig;
}

/** Sessions that outlive the instance which made them. */
export class SessionTable extends pulumi.ComponentResource implements Store {
  readonly name: string;
  readonly #table: Table;
  readonly #args: SessionTableArgs;

  constructor(name: string, args: SessionTableArgs, opts?: pulumi.ComponentResourceOptions) {
    super("bakeline:state:SessionTable", name, {}, opts);
    const parent = { parent: this };
    const { config, stack, keyArn, keyArnIn, topicArn } = args;
    const tableName = storeName(stack, name);

    const replicas = config.replicaRegions.map((regionName) => ({
      regionName,
      kmsKeyArn: keyArnIn(regionName),
      pointInTimeRecovery: true,
      propagateTags: true,
      deletionProtectionEnabled: !config.allowDataLoss,
    }));
    const table = new Table(
      name,
      {
        ...planTable(tableName, config),
        serverSideEncryption: { enabled: true, kmsKeyArn: keyArn },
        ...(replicas.length === 0 ? {} : { replicas }),
        tags: storeTags(name),
      },
      {
        ...parent,
        protect: !config.allowDataLoss,
        // Its name is taken as long as the old one lives.
        deleteBeforeReplace: true,
        // Auto scaling changes them from now on.
        ignoreChanges: config.capacity.kind === "provisioned" ? ["readCapacity", "writeCapacity"] : [],
      },
    );
    new ContributorInsights(name, { tableName: table.name }, parent);
    createCapacityScaling(name, table, config, parent);
    createStoreAlarms(name, planTableAlarms(name, tableName), topicArn, parent);

    this.name = name;
    this.#table = table;
    this.#args = args;
    this.registerOutputs({ tableName: table.name });
  }

  connect(use: WorkloadUse): pulumi.Output<Connection> {
    const { account, keyArn } = this.#args;
    const { arn, name } = this.#table;
    return pulumi
      .all([account, arn, name, keyArn])
      .apply(([it, tableArn, tableName, key]) =>
        connectSessionTable(it, { store: this.name, tableName, tableArn, keyArn: key }, use),
      );
  }
}

function createCapacityScaling(
  name: string,
  table: Table,
  config: SessionTableConfig,
  opts: pulumi.CustomResourceOptions,
): void {
  for (const { dimension, min, max, targetUtilization } of planCapacityRanges(config)) {
    const resource = `${name}-${dimension.toLowerCase()}-capacity`;
    const target = new Target(
      resource,
      {
        serviceNamespace: "dynamodb",
        resourceId: pulumi.interpolate`table/${table.name}`,
        scalableDimension: `dynamodb:table:${dimension}CapacityUnits`,
        minCapacity: min,
        maxCapacity: max,
        tags: { Name: resource },
      },
      opts,
    );
    new Policy(
      resource,
      {
        // Policies have no tags: the name, which is also Pulumi's id, is how one is found again.
        name: pulumi.interpolate`${table.name}-${dimension.toLowerCase()}`,
        policyType: "TargetTrackingScaling",
        serviceNamespace: target.serviceNamespace,
        resourceId: target.resourceId,
        scalableDimension: target.scalableDimension,
        targetTrackingScalingPolicyConfiguration: {
          targetValue: targetUtilization,
          predefinedMetricSpecification: { predefinedMetricType: `DynamoDB${dimension}CapacityUtilization` },
        },
      },
      { ...opts, dependsOn: target },
    );
  }
}
