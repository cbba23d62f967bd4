import {
  Cluster,
  ClusterInstance,
  ClusterParameterGroup,
  Instance,
  InstanceAutomatedBackupsReplication,
  ParameterGroup,
  SubnetGroup,
} from "@pulumi/aws/rds";
import * as pulumi from "@pulumi/pulumi";
import type { DatabaseConfig } from "../../config/sections/stores/databases";
import type { Connection, WorkloadUse } from "../connection";
import { createLogGroup } from "../logGroup";
import { type Store, type StoreSurroundings, storeTags } from "../store";
import { createStoreAlarms } from "../storeAlarms";
import { storeName } from "../storeName";
import { createStoreSecurityGroup } from "../storeSecurityGroup";
import { planClusterAlarms, planInstanceAlarms } from "./alarms";
import { connectDatabase } from "./connect";
import { logGroupNames, planParameterGroup, ports, replicaIdentifiers } from "./engine";
import {
  type ClusterConfig,
  type InstanceConfig,
  planAuroraInstances,
  planCluster,
  planInstance,
  planReadReplica,
} from "./plan";

export interface DatabaseArgs extends StoreSurroundings {
  readonly config: DatabaseConfig;
}

/** What a server stands in, whichever kind it is. */
interface Surroundings {
  readonly identifier: string;
  readonly dbSubnetGroupName: pulumi.Output<string>;
  readonly vpcSecurityGroupIds: pulumi.Output<string>[];
  readonly keyArn: pulumi.Input<string>;
  readonly opts: pulumi.CustomResourceOptions;
}

/** Where a server is, once it is there. */
interface Server {
  readonly host: pulumi.Output<string>;
  readonly readerHost: pulumi.Output<string>;
  readonly resourceId: pulumi.Output<string>;
  readonly masterSecretArn: pulumi.Output<string>;
}

/** A relational database: encrypted, TLS only, in private subnets, backed up and watched. */
export class Database extends pulumi.ComponentResource implements Store {
  readonly name: string;
  readonly door: NonNullable<Store["door"]>;
  readonly #server: Server;
  readonly #args: DatabaseArgs;

  constructor(name: string, args: DatabaseArgs, opts?: pulumi.ComponentResourceOptions) {
    super("bakeline:state:Database", name, {}, opts);
    const parent = { parent: this };
    const { stack, network, config, keyArn, logKeyArn, topicArn } = args;
    const identifier = storeName(stack, name);
    const tags = { Name: name };

    const securityGroup = createStoreSecurityGroup(name, network.vpcId, parent);
    const subnets = new SubnetGroup(
      name,
      { name: identifier, subnetIds: network.privateSubnetIds, tags },
      parent,
    );
    const logGroups = logGroupNames(identifier, config).map(({ suffix, name: logGroupName }) =>
      createLogGroup(
        `${name}${suffix}`,
        { logGroupName, retentionInDays: config.logRetentionDays, kmsKeyArn: logKeyArn },
        parent,
      ),
    );
    const surroundings: Surroundings = {
      identifier,
      dbSubnetGroupName: subnets.name,
      vpcSecurityGroupIds: [securityGroup.id],
      keyArn,
      opts: {
        ...parent,
        protect: !config.allowDataLoss,
        // Its name is taken as long as the old one lives.
        deleteBeforeReplace: true,
        // RDS would make them itself, without key or end.
        dependsOn: logGroups,
      },
    };
    this.#server =
      config.kind === "instance"
        ? createInstance(name, config, args, surroundings, parent)
        : createCluster(name, config, surroundings, parent);
    createStoreAlarms(name, planAlarms(name, identifier, config), topicArn, parent);

    this.name = name;
    this.door = { securityGroupId: securityGroup.id, port: ports[config.engine] };
    this.#args = args;
    this.registerOutputs({ host: this.#server.host });
  }

  connect(use: WorkloadUse): pulumi.Output<Connection> {
    const { account, config, keyArn } = this.#args;
    const { host, readerHost, resourceId, masterSecretArn } = this.#server;
    return pulumi
      .all([account, host, readerHost, resourceId, masterSecretArn, keyArn])
      .apply(([it, writer, reader, resource, secret, key]) =>
        connectDatabase(
          it,
          config,
          {
            store: this.name,
            host: writer,
            readerHost: reader,
            resourceId: resource,
            masterSecretArn: secret,
            keyArn: key,
          },
          use,
        ),
      );
  }
}

function planAlarms(name: string, identifier: string, config: DatabaseConfig) {
  if (config.kind !== "instance") return planClusterAlarms(name, identifier, config);
  return planInstanceAlarms(name, identifier, config, replicaIdentifiers(identifier, config));
}

function createInstance(
  name: string,
  config: InstanceConfig,
  { keyArnIn }: DatabaseArgs,
  { identifier, dbSubnetGroupName, vpcSecurityGroupIds, keyArn, opts }: Surroundings,
  parent: pulumi.CustomResourceOptions,
): Server {
  const parameters = new ParameterGroup(
    name,
    { ...planParameterGroup(identifier, config), tags: { Name: name } },
    parent,
  );
  const instance = new Instance(
    name,
    {
      ...planInstance(identifier, config),
      dbSubnetGroupName,
      vpcSecurityGroupIds,
      parameterGroupName: parameters.name,
      kmsKeyId: keyArn,
      performanceInsightsKmsKeyId: keyArn,
      masterUserSecretKmsKeyId: keyArn,
      tags: storeTags(name),
    },
    opts,
  );
  replicaIdentifiers(identifier, config).forEach((replica, index) => {
    const resource = `${name}-replica-${index + 1}`;
    new Instance(
      resource,
      {
        ...planReadReplica(replica, config),
        replicateSourceDb: instance.identifier,
        vpcSecurityGroupIds,
        parameterGroupName: parameters.name,
        performanceInsightsKmsKeyId: keyArn,
        tags: { Name: resource },
      },
      { ...parent, deleteBeforeReplace: true },
    );
  });
  if (config.backupCopyRegion !== undefined)
    new InstanceAutomatedBackupsReplication(
      name,
      {
        // The copy is made, and kept, in the other region.
        region: config.backupCopyRegion,
        sourceDbInstanceArn: instance.arn,
        kmsKeyId: keyArnIn(config.backupCopyRegion),
        retentionPeriod: config.backupRetentionDays,
      },
      parent,
    );
  return {
    host: instance.address,
    readerHost: instance.address,
    resourceId: instance.resourceId,
    masterSecretArn: instance.masterUserSecrets.apply(([secret]) => secret?.secretArn ?? ""),
  };
}

function createCluster(
  name: string,
  config: ClusterConfig,
  { identifier, dbSubnetGroupName, vpcSecurityGroupIds, keyArn, opts }: Surroundings,
  parent: pulumi.CustomResourceOptions,
): Server {
  const parameters = new ClusterParameterGroup(
    name,
    { ...planParameterGroup(identifier, config), tags: { Name: name } },
    parent,
  );
  const cluster = new Cluster(
    name,
    {
      ...planCluster(identifier, config),
      dbSubnetGroupName,
      vpcSecurityGroupIds,
      dbClusterParameterGroupName: parameters.name,
      kmsKeyId: keyArn,
      masterUserSecretKmsKeyId: keyArn,
      ...(config.kind === "aurora" ? {} : { performanceInsightsKmsKeyId: keyArn }),
      tags: storeTags(name),
    },
    opts,
  );
  const instances = config.kind === "aurora" ? planAuroraInstances(identifier, config) : [];
  instances.forEach((plan, index) => {
    new ClusterInstance(
      `${name}-${index + 1}`,
      {
        ...plan,
        clusterIdentifier: cluster.clusterIdentifier,
        performanceInsightsKmsKeyId: keyArn,
        tags: { Name: `${name}-${index + 1}` },
      },
      { ...parent, deleteBeforeReplace: true },
    );
  });
  return {
    host: cluster.endpoint,
    readerHost: cluster.readerEndpoint,
    resourceId: cluster.clusterResourceId,
    masterSecretArn: cluster.masterUserSecrets.apply(([secret]) => secret?.secretArn ?? ""),
  };
}
