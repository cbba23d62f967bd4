import { findAllProblems } from "../checks/findTextProblems";
import type { Subject } from "../inputs/subject";
import type { Part } from "../reader/part";
import type { SecretFinding } from "../secrets/finding";

/** One row of a report, by place only: nothing of what stands there. */
export interface Finding {
  readonly file: string;
  readonly resource?: string;
  readonly place: readonly string[];
  /** In the text at that place; undefined for a setting. */
  readonly line?: number;
  readonly column?: number;
  readonly detector: string;
  readonly message: string;
  readonly remedy: string;
  /** Of a secret: equal for equal ones within this run. */
  readonly fingerprint?: string;
}

export interface UnreadRow {
  readonly file: string;
  readonly resource?: string;
  readonly place: readonly string[];
  readonly reason: string;
}

export interface Report {
  readonly findings: readonly Finding[];
  readonly unread: readonly UnreadRow[];
  /** Files and resources that were judged. */
  readonly judged: number;
}

export type FindSecrets = (part: Part) => SecretFinding[];

export function judge(subjects: readonly Subject[], findSecrets: FindSecrets): Report {
  return {
    findings: subjects.flatMap((subject) => findingsOf(subject, findSecrets)),
    unread: subjects.flatMap(({ readings, ...subject }) =>
      readings.flatMap(({ unread }) => unread.map((row) => ({ ...whereOf(subject), ...row }))),
    ),
    judged: subjects.length,
  };
}

function findingsOf(subject: Subject, findSecrets: FindSecrets): Finding[] {
  const where = whereOf(subject);
  const settings = subject.settings.map(({ place, ...setting }) => ({
    ...where,
    place: [place],
    ...setting,
  }));
  const texts = subject.readings.flatMap(({ root }) => [
    ...[...secretsBelow(root, findSecrets, new Set())].map(({ part, ...secret }) => ({
      ...where,
      place: part.place,
      message: "holds a secret",
      ...secret,
    })),
    ...findAllProblems(root).map(({ part, ...problem }) => ({ ...where, place: part.place, ...problem })),
  ]);
  return [...settings, ...texts];
}

/** A secret that the text around a part shows too is one row, at the outermost place: that is where an editor can go. */
function* secretsBelow(
  part: Part,
  findSecrets: FindSecrets,
  above: ReadonlySet<string>,
): Generator<SecretFinding & { part: Part }> {
  const own = findSecrets(part).filter(({ fingerprint }) => !above.has(fingerprint));
  for (const finding of own) yield { ...finding, part };
  const shown = own.length === 0 ? above : new Set([...above, ...own.map(({ fingerprint }) => fingerprint)]);
  for (const inner of part.parts) yield* secretsBelow(inner, findSecrets, shown);
}

function whereOf({ file, resource }: Pick<Subject, "file" | "resource">): {
  file: string;
  resource?: string;
} {
  return resource === undefined ? { file } : { file, resource };
}

export const exitCodes = { clean: 0, found: 1, notRead: 2 } as const;

/** Something found is the stronger word; what was not read keeps the rest from being clean. */
export function exitCodeOf({ findings, unread }: Report): number {
  if (findings.length > 0) return exitCodes.found;
  return unread.length > 0 ? exitCodes.notRead : exitCodes.clean;
}
