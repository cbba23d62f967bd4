import * as z from "zod";

const deploymentSchema = z.strictObject({
  imageId: z.string().regex(/^ami-[0-9a-f]{8,17}$/),
  /** SHA-256 of the image's content, as revisions.json has it; left out for an AMI that nothing here built. */
  digest: z.string().optional(),
});

/** An image that a fleet of a stack ran. */
export type Deployment = z.output<typeof deploymentSchema>;

const deploymentsSchema = z.record(z.string(), z.record(z.string(), z.array(deploymentSchema)));

/** By stack, then by workload, in the order in which they were noted. */
export type Deployments = Readonly<Record<string, Readonly<Record<string, readonly Deployment[]>>>>;

const outputsSchema = z.object({ workloads: z.record(z.string(), z.object({ imageId: z.string() })) });

export function parseDeployments(text: string): Deployments {
  return deploymentsSchema.parse(JSON.parse(text));
}

/** The image of each workload, by a stack's outputs as `pulumi stack output --json` prints them. @throws Error */
export function parseRunning(text: string): Readonly<Record<string, string>> {
  const outputs = outputsSchema.safeParse(JSON.parse(text));
  if (!outputs.success)
    throw new Error("stack outputs: expected workloads with their imageId, got none; run `up` first");
  return Object.fromEntries(
    Object.entries(outputs.data.workloads).map(([name, { imageId }]) => [name, imageId]),
  );
}

/** Adds what a stack runs now, unless it was running already. An AMI that was noted before is of the content it was of then. */
export function noteDeployments(
  deployments: Deployments,
  stack: string,
  running: Readonly<Record<string, string>>,
  digests: Readonly<Record<string, string | undefined>>,
): Deployments {
  const before = deployments[stack] ?? {};
  const after = Object.entries(running).map(([workload, imageId]) => {
    const all = before[workload] ?? [];
    if (all.at(-1)?.imageId === imageId) return [workload, all] as const;
    const known = Object.values(deployments)
      .flatMap((each) => each[workload] ?? [])
      .find((each) => each.imageId === imageId);
    const digest = known === undefined ? digests[workload] : known.digest;
    return [workload, [...all, digest === undefined ? { imageId } : { imageId, digest }]] as const;
  });
  return { ...deployments, [stack]: { ...before, ...Object.fromEntries(after) } };
}

/**
 * The AMI that one stack ran last, for another to run.
 * @param wanted SHA-256 of the content that the other stack's own file asks for
 * @throws Error unless both are of one content: user data and image are two halves of a workload
 */
export function planPromotion(
  deployments: Deployments,
  {
    from,
    workload,
    wanted,
  }: { readonly from: string; readonly workload: string; readonly wanted: string | undefined },
): string {
  const last = deployments[from]?.[workload]?.at(-1);
  if (last === undefined)
    throw new Error(
      `${workload}: no image of ${from} is noted; note it by npm run image -- note --stack ${from}`,
    );
  if (wanted === undefined || last.digest !== wanted)
    throw new Error(
      `${workload}: ${from} runs ${last.imageId}, which is of another content than this stack's steps, tier and releases; copy those of ${from} first`,
    );
  return last.imageId;
}

/** The AMI that a fleet ran before the one it runs. @throws Error where there is none */
export function planRollback(deployments: Deployments, stack: string, workload: string): string {
  const all = deployments[stack]?.[workload] ?? [];
  const before = all.at(-2);
  if (before === undefined)
    throw new Error(
      `${workload}: expected two noted images of ${stack} to go back between, got ${all.length}`,
    );
  return before.imageId;
}
