import { about, type Declaration } from "./declaration";

const rest = about("cache-at-rest", "aws:elasticache/replicationGroup:ReplicationGroup");
const transit = about("cache-in-transit", "aws:elasticache/replicationGroup:ReplicationGroup");
const auth = about("cache-auth", "aws:elasticache/replicationGroup:ReplicationGroup");
const memcached = about("cache-in-transit", "aws:elasticache/cluster:Cluster");
const serverlessRest = about("cache-at-rest", "aws:elasticache/serverlessCache:ServerlessCache");
const serverlessTransit = about("cache-in-transit", "aws:elasticache/serverlessCache:ServerlessCache");
const user = about("cache-auth", "aws:elasticache/user:User");
const search = about("search-at-rest", "aws:opensearch/domain:Domain");
const oldSearch = about("search-at-rest", "aws:elasticsearch/domain:Domain");
const searchNodes = about("search-between-nodes", "aws:opensearch/domain:Domain");
const searchHttps = about("search-https", "aws:opensearch/domain:Domain");
const kafka = about("kafka-tls", "aws:msk/cluster:Cluster");
const memorydb = about("cache-in-transit", "aws:memorydb/cluster:Cluster");

const redis = { description: "sessions", engine: "redis", numCacheClusters: 2 };
const brokers = { clusterName: "events", kafkaVersion: "3.6.0", numberOfBrokerNodes: 3 };
const modern = "Policy-Min-TLS-1-2-2019-07";

export const caches: readonly Declaration[] = [
  rest.ok({ ...redis, atRestEncryptionEnabled: true }),
  rest.ok({ ...redis, atRestEncryptionEnabled: "true" }),
  rest.bad(redis),
  rest.bad({ description: "sessions" }),
  rest.bad({ ...redis, atRestEncryptionEnabled: false }),
  rest.bad({ ...redis, atRestEncryptionEnabled: "false" }),
  rest.ok({ description: "sessions", engine: "valkey" }),
  rest.bad({ description: "sessions", engine: "valkey", atRestEncryptionEnabled: false }),
  transit.ok({ ...redis, transitEncryptionEnabled: true }),
  transit.bad(redis),
  transit.bad({ ...redis, transitEncryptionEnabled: false }),
  transit.bad({ ...redis, transitEncryptionEnabled: true, transitEncryptionMode: "preferred" }),
  transit.ok({ ...redis, transitEncryptionEnabled: true, transitEncryptionMode: "required" }),
  auth.ok({ ...redis, transitEncryptionEnabled: true, authToken: "not-shown-in-any-message" }),
  auth.ok({ ...redis, transitEncryptionEnabled: true, userGroupIds: ["sessions"] }),
  auth.bad({ ...redis, transitEncryptionEnabled: true }),
  auth.bad(redis),
  memcached.bad({ engine: "memcached", nodeType: "cache.t4g.micro", numCacheNodes: 2 }),
  memcached.bad({
    engine: "memcached",
    nodeType: "cache.t4g.micro",
    numCacheNodes: 2,
    transitEncryptionEnabled: false,
  }),
  memcached.ok({
    engine: "memcached",
    nodeType: "cache.t4g.micro",
    numCacheNodes: 2,
    transitEncryptionEnabled: true,
  }),
  memcached.ok({ replicationGroupId: "sessions" }),
  memcached.bad({ engine: "redis", nodeType: "cache.t4g.micro", numCacheNodes: 1 }),
  serverlessRest.ok({ engine: "redis", name: "sessions" }),
  serverlessTransit.ok({ engine: "valkey", name: "sessions" }),
  user.bad({
    userId: "app",
    userName: "app",
    engine: "REDIS",
    accessString: "on ~* +@all",
    noPasswordRequired: true,
  }),
  user.ok({
    userId: "app",
    userName: "app",
    engine: "REDIS",
    accessString: "on ~app:* +@read",
    authenticationMode: { type: "iam" },
  }),
  memorydb.ok({ aclName: "app", nodeType: "db.t4g.small" }),
  memorydb.bad({ aclName: "open-access", nodeType: "db.t4g.small", tlsEnabled: false }),
  search.ok({ engineVersion: "OpenSearch_2.11", encryptAtRest: { enabled: true } }),
  search.bad({ engineVersion: "OpenSearch_2.11" }),
  search.bad({ engineVersion: "OpenSearch_2.11", encryptAtRest: { enabled: false } }),
  oldSearch.ok({ elasticsearchVersion: "7.10", encryptAtRest: { enabled: true } }),
  oldSearch.bad({ elasticsearchVersion: "7.10" }),
  searchNodes.ok({ nodeToNodeEncryption: { enabled: true } }),
  searchNodes.bad({}),
  searchNodes.bad({ nodeToNodeEncryption: { enabled: false } }),
  searchHttps.ok({ domainEndpointOptions: { enforceHttps: true, tlsSecurityPolicy: modern } }),
  searchHttps.bad({ domainEndpointOptions: { enforceHttps: false, tlsSecurityPolicy: modern } }),
  searchHttps.bad({
    domainEndpointOptions: { enforceHttps: true, tlsSecurityPolicy: "Policy-Min-TLS-1-0-2019-07" },
  }),
  kafka.ok(brokers),
  kafka.ok({ ...brokers, encryptionInfo: { encryptionInTransit: { clientBroker: "TLS", inCluster: true } } }),
  kafka.bad({ ...brokers, encryptionInfo: { encryptionInTransit: { clientBroker: "TLS_PLAINTEXT" } } }),
  kafka.bad({ ...brokers, encryptionInfo: { encryptionInTransit: { clientBroker: "PLAINTEXT" } } }),
  kafka.bad({
    ...brokers,
    encryptionInfo: { encryptionInTransit: { clientBroker: "TLS", inCluster: false } },
  }),
];
