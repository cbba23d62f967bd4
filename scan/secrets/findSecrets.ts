import type { Part } from "../reader/part";
import { findAssignments } from "./assignments/findAssignments";
import type { Candidate, PartFacts } from "./candidate";
import { findAuthorization } from "./detectors/authorization";
import { findAwsSecretKeys } from "./detectors/awsSecretKeys";
import { findCloudConfigPasswords } from "./detectors/cloudConfigPasswords";
import { findInCredentialFiles } from "./detectors/credentialFiles";
import { findJsonWebTokens } from "./detectors/jsonWebTokens";
import { findKeyedTokens } from "./detectors/keyedTokens";
import { findPasswordHashes } from "./detectors/passwordHashes";
import { findPipedPasswords } from "./detectors/pipedPasswords";
import { findPrivateKeys } from "./detectors/privateKeys";
import { findBySecretlint } from "./detectors/secretlint";
import { findInStatements } from "./detectors/statements";
import { findInUrls } from "./detectors/urls";
import { isExample } from "./exampleKeys";
import type { SecretFinding } from "./finding";
import { fingerprint } from "./fingerprint";
import { LineIndex } from "./lineIndex";
import { scanWords, type Words } from "./scanWords";

/** From the surest to the vaguest: where two see one secret, the first names it. */
const detectors: readonly ((text: string, part: PartFacts, words: Words) => Iterable<Candidate>)[] = [
  findPrivateKeys,
  (_text, _part, { tokens }) => tokens,
  findKeyedTokens,
  findAwsSecretKeys,
  findJsonWebTokens,
  findAuthorization,
  findPasswordHashes,
  findInUrls,
  findInStatements,
  findCloudConfigPasswords,
  findPipedPasswords,
  findInCredentialFiles,
  (_text, _part, { commands }) => commands,
  findAssignments,
  (text, _part, { marks }) => findBySecretlint(text, marks),
];

/** The secrets in one part's own text, in its order; what is inside of nested parts is theirs to report. */
export function findSecrets(part: Part): SecretFinding[] {
  const { text } = part;
  const lines = new LineIndex(text);
  return secretsIn(text, { format: part.format, name: part.name }).map(({ detector, start, end }) => ({
    detector: detector.id,
    ...lines.at(start),
    fingerprint: fingerprint(text.slice(start, end)),
    remedy: detector.remedy,
  }));
}

function secretsIn(text: string, facts: PartFacts): Candidate[] {
  const words = scanWords(text, facts);
  const kept: Candidate[] = [];
  for (const detector of detectors) {
    const seen: Candidate[] = [];
    for (const candidate of detector(text, facts, words))
      if (!isExample(text.slice(candidate.start, candidate.end))) seen.push(candidate);
    mergeInto(kept, seen);
  }
  return kept;
}

/** Adds those that overlap none so far; both lists are in the order of the text afterwards. */
function mergeInto(kept: Candidate[], seen: Candidate[]): void {
  if (seen.length === 0) return;
  seen.sort((a, b) => a.start - b.start || b.end - a.end);
  const merged: Candidate[] = [];
  let at = 0;
  let last = -1;
  for (const candidate of seen) {
    for (let next = kept[at]; next !== undefined && next.start < candidate.end; next = kept[++at]) {
      merged.push(next);
      last = Math.max(last, next.end);
    }
    if (candidate.start >= last) {
      merged.push(candidate);
      last = candidate.end;
    }
  }
  for (let next = kept[at]; next !== undefined; next = kept[++at]) merged.push(next);
  kept.splice(0, kept.length, ...merged.sort((a, b) => a.start - b.start));
}
