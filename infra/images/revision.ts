import * as z from "zod";
import { contentVersion } from "./contentVersion";
import type { ImageContents } from "./imageContents";
import type { ImagePlan } from "./imagePlan";
import file from "./revisions.json";

const Digests = z.record(z.string(), z.string());

const revisionSchema = z.strictObject({
  /** The second number of its versions: one more than the revision before. */
  number: z.int().min(1),
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  parent: z.string(),
  steps: Digests,
  packages: z.array(z.string()),
  files: Digests,
});

/** A content that an image has or had. */
export type Revision = z.output<typeof revisionSchema>;

const revisionsSchema = z.record(
  z.string(),
  z.array(revisionSchema).refine((all) => all.every(({ number }, index) => number === index + 1), {
    error: "expected the numbers 1, 2, 3 …; two branches recorded at once: take main's, and record again",
  }),
);

/** Relative to the repository's root. */
export const revisionsFile = "infra/images/revisions.json";

/** By the image's name, in the order of their numbers. */
export type Revisions = Readonly<Record<string, readonly Revision[]>>;

/**
 * The revisions of infra/images/revisions.json, which `npm run image -- record` writes.
 *
 * A file, because a version that rises has to remember what it rose from: AWS knows only its own account's, Pulumi's state
 * only the last one, git's history not what content was, and none is there in a preview without an account. A lock file is,
 * it is reviewed with the change that it records, and two branches that record the same number conflict in git.
 */
export const recordedRevisions: Revisions = revisionsSchema.parse(file);

export function parseRevisions(text: string): Revisions {
  return revisionsSchema.parse(JSON.parse(text));
}

export function findRevision(revisions: Revisions, plan: Pick<ImagePlan, "name" | "digest">) {
  return revisions[plan.name]?.find(({ digest }) => digest === plan.digest);
}

/** The revisions, and one more of each plan whose content has none. A content has one number, however often it returns. */
export function recordRevisions(revisions: Revisions, plans: readonly ImagePlan[]): Revisions {
  const next = { ...revisions };
  for (const plan of plans) {
    const before = next[plan.name] ?? [];
    if (findRevision(next, plan) === undefined)
      next[plan.name] = [...before, { number: before.length + 1, ...contentOf(plan) }];
  }
  return Object.fromEntries(Object.entries(next).toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

function contentOf({ digest, parent, contents }: ImagePlan): Omit<Revision, "number"> {
  const { steps, packages, files } = contents satisfies ImageContents;
  return { digest, parent, steps: { ...steps }, packages: [...packages], files: { ...files } };
}

/** Of the component of Image Builder, which has the steps alone. */
export function componentVersionOf(revisions: Revisions, plan: ImagePlan): string {
  const revision = findRevision(revisions, plan);
  return revision === undefined ? contentVersion(plan.digest) : `1.${revision.number}.0`;
}

/** An image of the vendor's, as its parameter has it. */
export interface VendorImage {
  /** The id of the AMI. */
  readonly id: string;
  /** Of the parameter, which rises with each image that the vendor publishes. */
  readonly version: number;
}

/** Of the image: the revision, and below it the vendor's image that it was built on in the end. */
export function imageVersionOf(revisions: Revisions, plan: ImagePlan, vendor: VendorImage): string {
  const revision = findRevision(revisions, plan);
  return revision === undefined
    ? contentVersion(plan.digest, vendor.id)
    : `1.${revision.number}.${vendor.version}`;
}

/** A line for each image whose content has no revision. */
export function findUnrecorded(
  revisions: Revisions,
  stack: string,
  plans: readonly Pick<ImagePlan, "name" | "digest">[],
): string[] {
  return plans
    .filter((plan) => findRevision(revisions, plan) === undefined)
    .map(
      ({ name }) =>
        `image ${name} of ${stack}: its content has no revision, and so a version below 1; record it by npm run image -- record --stack ${stack}`,
    );
}
