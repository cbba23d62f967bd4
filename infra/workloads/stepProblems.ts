import { findStepProblems } from "../bakeline/problems";
import type { PartialConfig } from "../config/partialConfig";
import type { Release } from "../config/sections/workload";
import { artifactNamesOf, withReleases } from "./release";
import type { Workload } from "./workload";

/** Stands where a release is wrong or missing, which is told of the stack file. */
const anyRelease: Release = { bucket: "any", key: "any", version: "any", sha256: "0".repeat(64) };

/**
 * Everything wrong with a workload's steps under its settings, a line each: `web.steps[3].layer: expected …`.
 * Without a tier, what is wrong under each is told: under base nothing is baked, so that is least.
 */
export function findStepLines(
  { name, steps }: Workload,
  settings: PartialConfig["workloads"][string] | undefined,
): string[] {
  const releases = Object.fromEntries(artifactNamesOf(steps).map((artifact) => [artifact, anyRelease]));
  return findStepProblems(withReleases(name, steps, releases), settings?.tier ?? "base").map(
    ({ path, reason }) => `${name}.${path}: ${reason}`,
  );
}
