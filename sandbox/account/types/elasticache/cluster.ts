import { AwsError } from "../../awsError";
import type { ResourceType } from "../../resourceType";
import { regionalArn } from "../arn";
import { number, text } from "../reading";
import { tokens } from "../tokens";
import { checkId, requireFamily, requireSurroundings } from "./identity";

const CREATE = "ElastiCache: CreateCacheCluster";

/**
 * A cluster of its own, of Memcached above all. Not modelled: data, Redis snapshots, Outposts, node types and versions that
 * do not exist; for all engines a new node type replaces, as it does for Memcached (`clusterForceNewOnMemcachedNodeTypeChange`).
 */
export const cacheCluster: ResourceType = {
  token: tokens.cacheCluster,
  source: "internal/service/elasticache/cluster.go",
  replaceOn: [
    "availabilityZone",
    "clusterId",
    "engine",
    "networkType",
    "nodeType",
    "outpostMode",
    "port",
    "preferredOutpostArn",
    "replicationGroupId",
    "snapshotArns",
    "snapshotName",
    "subnetGroupName",
    "transitEncryptionEnabled",
  ],
  unordered: ["logDeliveryConfigurations", "securityGroupIds"],
  autoName: "none",
  defaults: { autoMinorVersionUpgrade: "true" },
  computed: [
    "arn",
    "availabilityZone",
    "azMode",
    "cacheNodes",
    "clusterAddress",
    "configurationEndpoint",
    "engine",
    "engineVersion",
    "engineVersionActual",
    "maintenanceWindow",
    "nodeType",
    "numCacheNodes",
    "parameterGroupName",
    "port",
    "securityGroupIds",
    "subnetGroupName",
    "transitEncryptionEnabled",
  ],
  validate: (inputs) => [
    ...checkId(inputs, "clusterId", 50),
    ...(text(inputs, "azMode") === "cross-az" && (number(inputs, "numCacheNodes") ?? 2) < 2
      ? [{ property: "azMode", reason: "cross-az is not supported in a single node cluster" }]
      : []),
    ...(text(inputs, "engine") !== "memcached" && (number(inputs, "numCacheNodes") ?? 1) !== 1
      ? [{ property: "numCacheNodes", reason: "must be 1 unless engine is memcached" }]
      : []),
  ],
  create(inputs, account) {
    const id = text(inputs, "clusterId") ?? "";
    if (account.find(tokens.cacheCluster, id) !== undefined)
      throw new AwsError("CacheClusterAlreadyExists", CREATE, `Cache cluster ${id} already exists.`);
    requireSurroundings(inputs, account, CREATE);
    requireFamily(inputs, account, CREATE);
    const engine = text(inputs, "engine") ?? "redis";
    const port = number(inputs, "port") ?? (engine === "memcached" ? 11211 : 6379);
    const nodes = number(inputs, "numCacheNodes") ?? 1;
    const domain = `${id}.a1b2c3.cfg.euw1.cache.amazonaws.com`;
    return {
      id,
      outputs: {
        arn: regionalArn(account, "elasticache", `cluster:${id}`),
        availabilityZone: text(inputs, "availabilityZone") ?? `${account.region}a`,
        azMode: text(inputs, "azMode") ?? "single-az",
        cacheNodes: Array.from({ length: nodes }, (_, index) => ({
          address: `${id}.a1b2c3.000${index + 1}.euw1.cache.amazonaws.com`,
          id: `000${index + 1}`,
          port,
        })),
        clusterAddress: domain,
        configurationEndpoint: `${domain}:${port}`,
        engine,
        engineVersion: text(inputs, "engineVersion") ?? "1.6.22",
        engineVersionActual: text(inputs, "engineVersion") ?? "1.6.22",
        maintenanceWindow: text(inputs, "maintenanceWindow") ?? "sun:03:00-sun:04:00",
        nodeType: text(inputs, "nodeType") ?? "",
        numCacheNodes: nodes,
        parameterGroupName: text(inputs, "parameterGroupName") ?? `default.${engine}1.6`,
        port,
        securityGroupIds: inputs.securityGroupIds ?? [],
        subnetGroupName: text(inputs, "subnetGroupName") ?? "default",
        transitEncryptionEnabled: inputs.transitEncryptionEnabled ?? false,
      },
    };
  },
};
