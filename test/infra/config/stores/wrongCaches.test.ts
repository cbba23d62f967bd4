import { itRefuses } from "../editedStackFile";
import { caches } from "./storeEdits";

describe("A stack file's caches", () => {
  itRefuses([
    [
      "refuse a version of Valkey that does not exist",
      "dev",
      caches.nodes({ engineVersion: '"7.0"' }),
      'Pulumi.dev.yaml:33:9: bakeline:stores.caches.catalog.engineVersion: expected one of 7.2, 8.0, 8.1, 8.2 for valkey, got "7.0" (string); write one of these, in quotes; a newer one belongs into infra/config/checks/stores/caches.ts first',
    ],
    [
      "refuse a version of Redis too old for IAM",
      "dev",
      caches.nodes({ engine: "redis", engineVersion: '"6.2"' }),
      'Pulumi.dev.yaml:33:9: bakeline:stores.caches.catalog.engineVersion: expected one of 7.0, 7.1 for redis, got "6.2" (string); write one of these, in quotes; a newer one belongs into infra/config/checks/stores/caches.ts first',
    ],
    [
      "refuse a version of Memcached too old for TLS",
      "dev",
      caches.memcached({ engineVersion: "1.6.6" }),
      'Pulumi.dev.yaml:32:9: bakeline:stores.caches.catalog.engineVersion: expected one of 1.6.12, 1.6.17, 1.6.22 for memcached, got "1.6.6" (string); write one of these, in quotes; a newer one belongs into infra/config/checks/stores/caches.ts first',
    ],
    [
      "refuse a version of Memcached without its third number",
      "dev",
      caches.memcached({ engineVersion: '"1.6"' }),
      'Pulumi.dev.yaml:32:9: bakeline:stores.caches.catalog.engineVersion: expected one of 1.6.12, 1.6.17, 1.6.22 for memcached, got "1.6" (string); write one of these, in quotes; a newer one belongs into infra/config/checks/stores/caches.ts first',
    ],
    [
      "refuse a major version that is not served without nodes",
      "dev",
      caches.serverless({ engine: "redis", majorVersion: '"6"' }),
      'Pulumi.dev.yaml:33:9: bakeline:stores.caches.catalog.majorVersion: expected one of 7 for redis, got "6" (string); write one of these, in quotes; a newer one belongs into infra/config/checks/stores/caches.ts first',
    ],
    [
      "refuse a minor version of a serverless cache",
      "dev",
      caches.serverless({ majorVersion: '"8.0"' }),
      'Pulumi.dev.yaml:33:9: bakeline:stores.caches.catalog.majorVersion: expected a major version in quotes, such as "8", got "8.0" (string); write the number before the dot, in quotes',
    ],
    [
      "refuse a node type of EC2",
      "dev",
      caches.nodes({ nodeType: "m7g.large" }),
      'Pulumi.dev.yaml:34:9: bakeline:stores.caches.catalog.nodeType: expected a cache node type such as cache.t4g.small, got "m7g.large" (string); choose one from https://aws.amazon.com/elasticache/pricing/',
    ],
    [
      "refuse a family of nodes that does not exist",
      "dev",
      caches.nodes({ nodeType: "cache.c6g.large" }),
      'Pulumi.dev.yaml:34:9: bakeline:stores.caches.catalog.nodeType: expected a node of cache.c7gn, cache.m5, cache.m6g, cache.m7g, cache.r5, cache.r6g, cache.r7g, cache.t3, cache.t4g; micro, small and medium are of cache.t3 and cache.t4g only, which have no others, got "cache.c6g.large" (string); choose one from https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/CacheNodes.SupportedTypes.html',
    ],
    [
      "refuse a size that a family does not have",
      "dev",
      caches.memcached({ nodeType: "cache.t4g.large" }),
      'Pulumi.dev.yaml:33:9: bakeline:stores.caches.catalog.nodeType: expected a node of cache.c7gn, cache.m5, cache.m6g, cache.m7g, cache.r5, cache.r6g, cache.r7g, cache.t3, cache.t4g; micro, small and medium are of cache.t3 and cache.t4g only, which have no others, got "cache.t4g.large" (string); choose one from https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/CacheNodes.SupportedTypes.html',
    ],
    [
      "refuse nodes that tier data to disks",
      "dev",
      caches.nodes({ nodeType: "cache.r6gd.xlarge" }),
      'Pulumi.dev.yaml:34:9: bakeline:stores.caches.catalog.nodeType: expected a node of cache.c7gn, cache.m5, cache.m6g, cache.m7g, cache.r5, cache.r6g, cache.r7g, cache.t3, cache.t4g; micro, small and medium are of cache.t3 and cache.t4g only, which have no others, got "cache.r6gd.xlarge" (string); choose one from https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/CacheNodes.SupportedTypes.html',
    ],
    [
      "refuse more nodes than a group has",
      "dev",
      caches.nodes({ nodes: 7 }),
      "Pulumi.dev.yaml:35:9: bakeline:stores.caches.catalog.nodes: expected an integer from 1 to 6, got 7 (number); choose 1, or 2 and more to survive the loss of a zone",
    ],
    [
      "refuse a snapshot window that meets the maintenance window",
      "dev",
      caches.nodes({ snapshotWindow: "02:30-03:30" }),
      'Pulumi.dev.yaml:38:9: bakeline:stores.caches.catalog.snapshotWindow: expected a window that does not meet maintenanceWindow (sun:03:00-sun:04:00), got "02:30-03:30" (string); move one of the two',
    ],
    [
      "refuse a snapshot window that is too short",
      "dev",
      caches.nodes({ snapshotWindow: "01:00-01:30" }),
      'Pulumi.dev.yaml:38:9: bakeline:stores.caches.catalog.snapshotWindow: expected a window of at least 60 minutes, got "01:00-01:30" (string); move its end, or its beginning',
    ],
    [
      "refuse a maintenance window that is too short",
      "dev",
      caches.memcached({ maintenanceWindow: "sun:03:00-sun:03:30" }),
      'Pulumi.dev.yaml:35:9: bakeline:stores.caches.catalog.maintenanceWindow: expected a window of at least 60 minutes, got "sun:03:00-sun:03:30" (string); move its end, or its beginning',
    ],
    [
      "refuse a ceiling of storage that AWS does not have",
      "dev",
      caches.serverless({ maxStorageGB: 5001 }),
      "Pulumi.dev.yaml:34:9: bakeline:stores.caches.catalog.maxStorageGB: expected an integer from 1 to 5000, got 5001 (number); choose what the data may grow to",
    ],
    [
      "refuse a ceiling of processing below AWS's least",
      "dev",
      caches.serverless({ maxEcpuPerSecond: 999 }),
      "Pulumi.dev.yaml:35:9: bakeline:stores.caches.catalog.maxEcpuPerSecond: expected an integer from 1000 to 15000000, got 999 (number); choose what the busiest second needs",
    ],
    [
      "refuse a ceiling of processing above AWS's most",
      "dev",
      caches.serverless({ maxEcpuPerSecond: 15000001 }),
      "Pulumi.dev.yaml:35:9: bakeline:stores.caches.catalog.maxEcpuPerSecond: expected an integer from 1000 to 15000000, got 15000001 (number); choose what the busiest second needs",
    ],
    [
      "refuse a single node in prod",
      "prod",
      caches.nodes({ nodes: 1 }),
      "Pulumi.prod.yaml:36:9: bakeline:stores.caches.catalog.nodes: expected at least 2 in prod, got 1 (number); write 2 or more",
    ],
    [
      "refuse to keep no snapshot in prod",
      "prod",
      caches.nodes({ snapshotRetentionDays: 0 }),
      "Pulumi.prod.yaml:37:9: bakeline:stores.caches.catalog.snapshotRetentionDays: expected at least 1 in prod, got 0 (number); write 1 or more",
    ],
    [
      "refuse to keep no snapshot of a serverless cache in prod",
      "prod",
      caches.serverless({ snapshotRetentionDays: 0 }),
      "Pulumi.prod.yaml:37:9: bakeline:stores.caches.catalog.snapshotRetentionDays: expected at least 1 in prod, got 0 (number); write 1 or more",
    ],
    [
      "refuse a single node of Memcached in prod",
      "prod",
      caches.memcached({ nodes: 1 }),
      "Pulumi.prod.yaml:35:9: bakeline:stores.caches.catalog.nodes: expected at least 2 in prod, got 1 (number); write 2 or more",
    ],
  ]);
});
