import * as z from "zod";
import { logRetentionDays } from "../../logRetention";
import { choice, guidanceOf, integer, text } from "../../setting";
import { allowDataLoss } from "./dataLoss";
import { dailyWindow, weeklyWindow } from "./windows";

const engine = choice(["valkey", "redis"], {
  description: "Valkey, or Redis OSS at a fifth to a third more. Both speak the same protocol.",
  remedy: "choose valkey unless a client insists on redis",
});

const engineVersion = text(/^\d+\.\d+(\.\d+)?$/, {
  description: "Version of the engine, such as 8.0 of Valkey, 7.1 of Redis, 1.6.22 of Memcached.",
  expected: 'a version in quotes, such as "8.0"',
  remedy: "write the version that the clients were tested with, in quotes",
});

const nodeType = text(/^cache\.[a-z0-9]+\.[a-z0-9]+$/, {
  description: "Type of each node: https://aws.amazon.com/elasticache/pricing/",
  expected: "a cache node type such as cache.t4g.small",
  remedy: "choose one from https://aws.amazon.com/elasticache/pricing/",
});

const nodes = integer(1, 6, {
  description: "Nodes, each in a zone of its own while there are any. prod: at least 2.",
  remedy: "choose 1, or 2 and more to survive the loss of a zone",
});

const snapshotRetentionDays = integer(0, 35, {
  description: "Days that a daily snapshot is kept; 0 takes none. prod: at least 1.",
  remedy: "choose how far back a mistake may be found",
});

const maintenanceWindow = weeklyWindow("When minor versions are installed, in UTC.").default(
  "sun:03:00-sun:04:00",
);

export const cacheSchema = z
  .discriminatedUnion("kind", [
    z.strictObject({
      kind: z.literal("replicationGroup"),
      engine,
      engineVersion,
      nodeType,
      nodes,
      snapshotRetentionDays,
      snapshotWindow: dailyWindow("When the daily snapshot is taken, in UTC.").default("01:00-02:00"),
      maintenanceWindow,
      logRetentionDays: logRetentionDays("Days that the log of slow commands is kept."),
      allowDataLoss,
    }),
    z.strictObject({
      kind: z.literal("serverless"),
      engine,
      majorVersion: text(/^\d+$/, {
        description: "Major version of the engine. Another one means another cache.",
        expected: 'a major version in quotes, such as "8"',
        remedy: "write the number before the dot, in quotes",
      }),
      maxStorageGB: integer(1, 5000, {
        description: "Most gigabytes that it holds, and so the ceiling of its cost.",
        remedy: "choose what the data may grow to",
      }),
      maxEcpuPerSecond: integer(1000, 15_000_000, {
        description: "Most ElastiCache processing units a second; a read or write of 1 kB is one.",
        remedy: "choose what the busiest second needs",
      }),
      snapshotRetentionDays,
      allowDataLoss,
    }),
    z.strictObject({
      kind: z.literal("memcached"),
      engineVersion,
      nodeType,
      nodes,
      maintenanceWindow,
      allowDataLoss,
    }),
  ])
  .describe(
    "replicationGroup: Valkey or Redis on nodes, with a replica to take over. serverless: the same without nodes. memcached: volatile, spread over nodes, no login and no snapshots.",
  )
  .register(guidanceOf, {
    expected: "a cache of kind replicationGroup, serverless or memcached",
    remedy: "indent its settings below its name, kind first",
  });

export type CacheConfig = z.output<typeof cacheSchema>;
