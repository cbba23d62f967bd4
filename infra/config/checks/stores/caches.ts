import { type Finding, type SettingPath, wrong } from "../../finding";
import type { PartialConfig } from "../../partialConfig";
import { maintenanceProblems, windowProblems } from "./windows";

export function cacheProblems({ stores }: PartialConfig): Finding[] {
  return Object.entries(stores.caches).flatMap(([name, cache]): Finding[] => {
    const path = ["stores", "caches", name];
    switch (cache.kind) {
      case "replicationGroup":
        return [
          ...versionProblems([...path, "engineVersion"], cache.engine, cache.engineVersion, nodeVersions),
          ...nodeTypeProblems(path, cache.nodeType),
          ...windowProblems(path, {
            daily: ["snapshotWindow", cache.snapshotWindow],
            maintenanceWindow: cache.maintenanceWindow,
            minutes: 60,
          }),
        ];
      case "serverless":
        return versionProblems(
          [...path, "majorVersion"],
          cache.engine,
          cache.majorVersion,
          serverlessVersions,
        );
      case "memcached":
        return [
          ...versionProblems([...path, "engineVersion"], "memcached", cache.engineVersion, nodeVersions),
          ...nodeTypeProblems(path, cache.nodeType),
          ...maintenanceProblems(path, { maintenanceWindow: cache.maintenanceWindow, minutes: 60 }),
        ];
      default:
        return cache satisfies never;
    }
  });
}

/**
 * Valkey and Redis from 7 on, because workloads log in by IAM; Memcached from 1.6.12 on, because it speaks TLS.
 * https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/engine-versions.html,
 * https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/auth-iam.html, 2026-11
 */
const nodeVersions = {
  valkey: ["7.2", "8.0", "8.1", "8.2"],
  redis: ["7.0", "7.1"],
  memcached: ["1.6.12", "1.6.17", "1.6.22"],
} as const;
const serverlessVersions = { valkey: ["7", "8"], redis: ["7"], memcached: [] } as const;

type CacheEngine = keyof typeof nodeVersions;

function versionProblems(
  path: SettingPath,
  engine: CacheEngine,
  version: string,
  versions: Readonly<Record<CacheEngine, readonly string[]>>,
): Finding[] {
  const known = versions[engine];
  return known.includes(version)
    ? []
    : [
        wrong(
          path,
          `one of ${known.join(", ")} for ${engine}`,
          "write one of these, in quotes; a newer one belongs into infra/config/checks/stores/caches.ts first",
        ),
      ];
}

/**
 * Less r6gd, whose nodes tier data to disks, which this program does not declare.
 * https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/CacheNodes.SupportedTypes.html, 2026-11
 */
const nodeFamilies = ["c7gn", "m5", "m6g", "m7g", "r5", "r6g", "r7g", "t3", "t4g"];

function nodeTypeProblems(path: SettingPath, nodeType: string): Finding[] {
  const [, family = "", size = ""] = nodeType.split(".");
  const small = family.startsWith("t");
  const fits = small === ["micro", "small", "medium"].includes(size);
  return nodeFamilies.includes(family) && fits
    ? []
    : [
        wrong(
          [...path, "nodeType"],
          `a node of ${nodeFamilies.map((it) => `cache.${it}`).join(", ")}; micro, small and medium are of cache.t3 and cache.t4g only, which have no others`,
          "choose one from https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/CacheNodes.SupportedTypes.html",
        ),
      ];
}
