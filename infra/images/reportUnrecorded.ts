import * as pulumi from "@pulumi/pulumi";
import type { EstateIdentity } from "../tags";
import type { ImagePlan } from "./imagePlan";
import { findUnrecorded, recordedRevisions } from "./revision";

/**
 * Warns of images whose content has no revision: a change under way need not wait for its record, and may even be tried in
 * dev, as a version below 1. What prod runs is recorded: its preview warns too, its update does not begin.
 * @throws Error
 */
export function reportUnrecorded(
  { stack, environment }: EstateIdentity,
  plans: readonly { readonly images: readonly Pick<ImagePlan, "name" | "digest">[] }[],
): void {
  const problems = findUnrecorded(
    recordedRevisions,
    stack,
    plans.flatMap(({ images }) => images),
  );
  if (problems.length > 0 && environment === "prod" && !pulumi.runtime.isDryRun())
    throw new Error(problems.join("\n"));
  for (const problem of problems) void pulumi.log.warn(problem);
}
