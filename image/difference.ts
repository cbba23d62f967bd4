import type { Commit } from "../infra/images/gitCommit";
import type { Revision, Revisions } from "../infra/images/revision";

export interface Changes {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly string[];
}

/** What tells one revision of an image from another. */
export interface Difference {
  readonly image: string;
  readonly from: string;
  readonly to: string;
  /** Left out where both are built on the same. */
  readonly parent?: { readonly from: string; readonly to: string };
  readonly steps: Changes;
  readonly packages: Changes;
  readonly files: Changes;
}

/** @throws Error that names what there is */
export function findDifference(
  revisions: Revisions,
  image: string,
  { from, to }: { readonly from: number | undefined; readonly to: number | undefined },
): Difference {
  const all = requireImage(revisions, image);
  const after = requireRevision(image, all, to ?? all.length);
  const before = requireRevision(image, all, from ?? after.number - 1);
  return {
    image,
    from: versionOf(before),
    to: versionOf(after),
    ...(before.parent === after.parent
      ? {}
      : { parent: { from: nameParent(revisions, before), to: nameParent(revisions, after) } }),
    steps: compare(before.steps, after.steps),
    packages: compare(byName(before.packages), byName(after.packages)),
    files: compare(before.files, after.files),
  };
}

export interface HistoryRow {
  readonly image: string;
  readonly version: string;
  readonly parent: string;
  readonly digest: string;
  /** Left out until it is committed. */
  readonly commit?: Commit;
}

/** Every revision of one image, or of all, the newest first. */
export function planHistory(
  revisions: Revisions,
  image: string | undefined,
  findCommit: (digest: string) => Commit | undefined,
): HistoryRow[] {
  const images = image === undefined ? Object.keys(revisions) : [image];
  return images.flatMap((name) =>
    requireImage(revisions, name)
      .toReversed()
      .map((revision) => {
        const commit = findCommit(revision.digest);
        const { digest } = revision;
        const row = {
          image: name,
          version: versionOf(revision),
          parent: nameParent(revisions, revision),
          digest,
        };
        return commit === undefined ? row : { ...row, commit };
      }),
  );
}

function versionOf({ number }: Revision): string {
  return `1.${number}`;
}

/** `web-foundational 1.3` for a digest, which people do not know. */
function nameParent(revisions: Revisions, { parent }: Revision): string {
  const [image = "", digest] = parent.split("@");
  const revision = revisions[image]?.find((each) => each.digest === digest);
  return revision === undefined ? parent : `${image} ${versionOf(revision)}`;
}

function requireImage(revisions: Revisions, image: string): readonly Revision[] {
  const found = revisions[image];
  if (found === undefined)
    throw new Error(
      `${image || "image"}: expected one of ${Object.keys(revisions).join(", ") || "none yet"}`,
    );
  return found;
}

function requireRevision(image: string, all: readonly Revision[], number: number): Revision {
  const found = all[number - 1];
  if (found === undefined)
    throw new Error(
      `${image}: expected a revision from 1 to ${all.length}, got ${number}${number === 0 ? ": there is none before the first" : ""}`,
    );
  return found;
}

function byName(names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, name]));
}

function compare(before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>): Changes {
  return {
    added: Object.keys(after).filter((name) => before[name] === undefined),
    removed: Object.keys(before).filter((name) => after[name] === undefined),
    changed: Object.keys(after).filter((name) => before[name] !== undefined && before[name] !== after[name]),
  };
}
