import type { ArtifactStep, Step } from "../bakeline/step";
import type { Release } from "../config/sections/workload";

/**
 * A step as a workload declares it. Which release of an artifact it is, is the stack's to say: environments run different
 * ones, and promoting one from dev to prod is then one reviewed change of one line of `Pulumi.prod.yaml`, with the digest
 * that dev ran. In the workload it would be a change of every environment at once.
 */
export type DeclaredStep = Exclude<Step, ArtifactStep> | DeclaredArtifact;

export type DeclaredArtifact = Omit<ArtifactStep, "version" | "key" | "sha256">;

/** The names of the artifacts that a workload's stack settings give the releases of. */
export function artifactNamesOf(steps: readonly DeclaredStep[]): string[] {
  return steps.flatMap((step) => (step.kind === "artifact" ? [step.name] : []));
}

/** Where in the bootstrap bucket a workload's instances find a release: under their own prefix, by its digest. */
export function releaseKey(workload: string, { sha256 }: Release): string {
  return `${workload}/${sha256}`;
}

/** The steps with the stack's releases filled in. @throws Error for a release that infra/workloads/problems.ts asks for */
export function withReleases(
  workload: string,
  steps: readonly DeclaredStep[],
  releases: Readonly<Record<string, Release>>,
): Step[] {
  return steps.map((step): Step => {
    if (step.kind !== "artifact") return step;
    const release = releases[step.name];
    if (release === undefined) throw new Error(`${workload}: expected a release of ${step.name}, got none`);
    const { version, sha256 } = release;
    return { ...step, version, key: releaseKey(workload, release), sha256 };
  });
}
