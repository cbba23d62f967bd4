import type { Edit } from "../editedStackFile";

type Settings = Readonly<Record<string, string | number | boolean>>;

/** Puts one store, as settings a line each below `bakeline:stores`, into a stack file of these tests. */
function withStore(family: string, name: string, settings: Settings): Edit {
  const lines = Object.entries(settings).map(([key, value]) => `        ${key}: ${value}\n`);
  const section = `  bakeline:stores:\n    ${family}:\n      ${name}:\n${lines.join("")}`;
  return ["  bakeline:policies:\n", `${section}  bakeline:policies:\n`];
}

const common = { databaseName: "orders", backupRetentionDays: 14, logRetentionDays: 14 };
const postgres = { engine: "postgres", engineVersion: '"17"', instanceClass: "db.m6gd.large" };

/** A database that every check accepts, less what is wrong with it. */
export const databases = {
  instance: (wrong: Settings, name = "orders") =>
    withStore("databases", name, {
      kind: "instance",
      ...postgres,
      ...common,
      multiAz: true,
      storageGiB: 100,
      ...wrong,
    }),
  cluster: (wrong: Settings) =>
    withStore("databases", "orders", {
      kind: "multiAzCluster",
      ...postgres,
      ...common,
      storageGiB: 100,
      ...wrong,
    }),
  aurora: (wrong: Settings) =>
    withStore("databases", "orders", {
      kind: "aurora",
      ...postgres,
      instanceClass: "db.r7g.large",
      ...common,
      instances: 2,
      ...wrong,
    }),
};

/** A cache that every check accepts, less what is wrong with it. */
export const caches = {
  nodes: (wrong: Settings) =>
    withStore("caches", "catalog", {
      kind: "replicationGroup",
      engine: "valkey",
      engineVersion: '"8.0"',
      nodeType: "cache.m7g.large",
      nodes: 2,
      snapshotRetentionDays: 7,
      logRetentionDays: 14,
      ...wrong,
    }),
  serverless: (wrong: Settings) =>
    withStore("caches", "catalog", {
      kind: "serverless",
      engine: "valkey",
      majorVersion: '"8"',
      maxStorageGB: 10,
      maxEcpuPerSecond: 1000,
      snapshotRetentionDays: 7,
      ...wrong,
    }),
  memcached: (wrong: Settings) =>
    withStore("caches", "catalog", {
      kind: "memcached",
      engineVersion: "1.6.22",
      nodeType: "cache.t4g.medium",
      nodes: 2,
      ...wrong,
    }),
};

/** A table whose capacity is given, as one line of YAML. */
export const sessionTable = (capacity: string, replicaRegions = "[]") =>
  withStore("sessionTables", "sessions", { capacity, replicaRegions });

/** A bucket that every check accepts, less what is wrong with it. */
export const bucket = (wrong: Settings, name = "assets") =>
  withStore("buckets", name, { noncurrentVersionDays: 30, accessLogRetentionDays: 30, ...wrong });

export const fileSystem = (wrong: Settings) =>
  withStore("fileSystems", "media", { throughput: "elastic", userId: 1000, ...wrong });

/** Two stores of one name, in two families. */
export const twice: Edit = [
  "  bakeline:policies:\n",
  `  bakeline:stores:
    buckets:
      media: { noncurrentVersionDays: 30, accessLogRetentionDays: 30 }
    fileSystems:
      media: { throughput: elastic, userId: 1000 }
  bakeline:policies:
`,
];
