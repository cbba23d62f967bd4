import {
  Cluster,
  ParameterGroup,
  ReplicationGroup,
  ServerlessCache,
  SubnetGroup,
} from "@pulumi/aws/elasticache";
import * as pulumi from "@pulumi/pulumi";
import type { CacheConfig } from "../../config/sections/stores/caches";
import type { Connection, WorkloadUse } from "../connection";
import { createLogGroup } from "../logGroup";
import { storeLogGroupName } from "../logGroupName";
import { type Store, type StoreSurroundings, storeTags } from "../store";
import { createStoreAlarms } from "../storeAlarms";
import { storeName } from "../storeName";
import { createStoreSecurityGroup } from "../storeSecurityGroup";
import { planCacheAlarms } from "./alarms";
import { connectCache } from "./connect";
import {
  cacheFamily,
  cacheParameters,
  cachePorts,
  type MemcachedConfig,
  planMemcached,
  planReplicationGroup,
  planServerlessCache,
  type ReplicationGroupConfig,
  type ServerlessConfig,
} from "./plan";
import { cacheUserId, createCacheUsers } from "./users";

export interface CacheArgs extends StoreSurroundings {
  readonly config: CacheConfig;
}

interface Server {
  readonly host: pulumi.Output<string>;
  readonly readerHost: pulumi.Output<string>;
  /** What IAM knows it by; none of Memcached, which knows no users. */
  readonly arn?: pulumi.Output<string>;
}

/** What several instances remember together, and can afford to forget. */
export class Cache extends pulumi.ComponentResource implements Store {
  readonly name: string;
  readonly door: NonNullable<Store["door"]>;
  readonly #server: Server;
  readonly #args: CacheArgs;

  constructor(name: string, args: CacheArgs, opts?: pulumi.ComponentResourceOptions) {
    super("bakeline:state:Cache", name, {}, opts);
    const parent = { parent: this };
    const { stack, network, config, topicArn } = args;
    const id = storeName(stack, name);

    const securityGroup = createStoreSecurityGroup(name, network.vpcId, parent);
    const stateful = { ...parent, protect: !config.allowDataLoss, deleteBeforeReplace: true };
    this.#server = createServer(name, { ...args, id, securityGroupId: securityGroup.id }, parent, stateful);
    createStoreAlarms(name, planCacheAlarms(name, id, config), topicArn, parent);

    const { from, to } = cachePorts(config);
    this.name = name;
    this.door = { securityGroupId: securityGroup.id, port: from, toPort: to };
    this.#args = args;
    this.registerOutputs({ host: this.#server.host });
  }

  connect({ workload }: WorkloadUse): pulumi.Output<Connection> {
    const { account, config, stack } = this.#args;
    const { host, readerHost, arn } = this.#server;
    return pulumi.all([account, host, readerHost, arn ?? ""]).apply(([it, primary, reader, cacheArn]) =>
      connectCache(it, {
        store: this.name,
        host: primary,
        readerHost: reader,
        port: cachePorts(config).from,
        ...(arn === undefined
          ? {}
          : { login: { userId: cacheUserId(stack, this.name, workload), cacheArn } }),
      }),
    );
  }
}

interface ServerArgs extends CacheArgs {
  readonly id: string;
  readonly securityGroupId: pulumi.Output<string>;
}

function createServer(
  name: string,
  args: ServerArgs,
  parent: pulumi.CustomResourceOptions,
  stateful: pulumi.CustomResourceOptions,
): Server {
  const { config } = args;
  switch (config.kind) {
    case "replicationGroup":
      return createReplicationGroup(name, config, args, parent, stateful);
    case "serverless":
      return createServerless(name, config, args, parent, stateful);
    case "memcached":
      return createMemcached(name, config, args, parent, stateful);
    default:
      return config satisfies never;
  }
}

function createReplicationGroup(
  name: string,
  config: ReplicationGroupConfig,
  args: ServerArgs,
  parent: pulumi.CustomResourceOptions,
  stateful: pulumi.CustomResourceOptions,
): Server {
  const { id, stack, keyArn, logKeyArn, securityGroupId } = args;
  const userGroupId = createCacheUsers(name, { ...args, engine: config.engine }, parent);
  const slowLog = createLogGroup(
    `${name}-slow-log`,
    {
      logGroupName: storeLogGroupName(stack, name, "slow-log"),
      retentionInDays: config.logRetentionDays,
      kmsKeyArn: logKeyArn,
    },
    parent,
  );
  const group = new ReplicationGroup(
    name,
    {
      ...planReplicationGroup(id, config),
      description: `Cache ${name} of ${stack}`,
      kmsKeyId: keyArn,
      securityGroupIds: [securityGroupId],
      subnetGroupName: createSubnetGroup(name, args, parent).name,
      parameterGroupName: new ParameterGroup(
        name,
        { name: id, family: cacheFamily(config), parameters: cacheParameters, tags: { Name: name } },
        parent,
      ).name,
      userGroupIds: [userGroupId],
      logDeliveryConfigurations: [
        {
          destination: slowLog.name,
          destinationType: "cloudwatch-logs",
          logFormat: "json",
          logType: "slow-log",
        },
      ],
      tags: storeTags(name),
    },
    stateful,
  );
  return { host: group.primaryEndpointAddress, readerHost: group.readerEndpointAddress, arn: group.arn };
}

function createServerless(
  name: string,
  config: ServerlessConfig,
  args: ServerArgs,
  parent: pulumi.CustomResourceOptions,
  stateful: pulumi.CustomResourceOptions,
): Server {
  const { id, stack, keyArn, network, securityGroupId } = args;
  const userGroupId = createCacheUsers(name, { ...args, engine: config.engine }, parent);
  const cache = new ServerlessCache(
    name,
    {
      ...planServerlessCache(id, config),
      description: `Cache ${name} of ${stack}`,
      kmsKeyId: keyArn,
      securityGroupIds: [securityGroupId],
      subnetIds: network.privateSubnetIds,
      userGroupId,
      tags: storeTags(name),
    },
    stateful,
  );
  return {
    host: cache.endpoints.apply(([endpoint]) => endpoint?.address ?? ""),
    readerHost: cache.readerEndpoints.apply(([endpoint]) => endpoint?.address ?? ""),
    arn: cache.arn,
  };
}

function createMemcached(
  name: string,
  config: MemcachedConfig,
  args: ServerArgs,
  parent: pulumi.CustomResourceOptions,
  stateful: pulumi.CustomResourceOptions,
): Server {
  const cluster = new Cluster(
    name,
    {
      ...planMemcached(args.id, config),
      securityGroupIds: [args.securityGroupId],
      subnetGroupName: createSubnetGroup(name, args, parent).name,
      tags: storeTags(name),
    },
    stateful,
  );
  return { host: cluster.clusterAddress, readerHost: cluster.clusterAddress };
}

function createSubnetGroup(name: string, { id, network }: ServerArgs, opts: pulumi.CustomResourceOptions) {
  return new SubnetGroup(name, { name: id, subnetIds: network.privateSubnetIds, tags: { Name: name } }, opts);
}
