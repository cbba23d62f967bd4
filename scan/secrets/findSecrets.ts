import { type Anchors, AnchorTable } from "../anchors/anchorTable";
import { bytesOf } from "../anchors/bytesOf";
import type { Part } from "../reader/part";
import { findAssignments, findNamedValue } from "./assignments/findAssignments";
import { nameAnchors } from "./assignments/namePlaces";
import type { Candidate, PartFacts } from "./candidate";
import { authorizationAnchors, findAuthorization } from "./detectors/authorization";
import { awsKeyAnchors, findAwsSecretKeys } from "./detectors/awsSecretKeys";
import { chpasswdAnchors, findCloudConfigPasswords } from "./detectors/cloudConfigPasswords";
import { credentialFileAnchors, findInCredentialFiles } from "./detectors/credentialFiles";
import { findJsonWebTokens, jsonWebTokenAnchors } from "./detectors/jsonWebTokens";
import { findKeyedTokens, keyedTokenAnchors } from "./detectors/keyedTokens";
import { findPasswordHashes, passwordHashAnchors } from "./detectors/passwordHashes";
import { findPipedPasswords, pipedPasswordAnchors } from "./detectors/pipedPasswords";
import { findPrivateKeys, privateKeyAnchors } from "./detectors/privateKeys";
import { findBySecretlint } from "./detectors/secretlint";
import { findInStatements, statementAnchors } from "./detectors/statements";
import { findInUrls, urlAnchors } from "./detectors/urls";
import { isExample } from "./exampleKeys";
import type { SecretFinding } from "./finding";
import { fingerprint } from "./fingerprint";
import { LineIndex } from "./lineIndex";
import { scanWords, type Words } from "./scanWords";

type Search = (text: string, part: PartFacts, words: Words) => Iterable<Candidate>;

/**
 * From the surest to the vaguest: where two see one secret, the first names it. Each is asked only about texts in
 * which one of its anchors stands, or about all where it has none.
 */
const detectors: readonly (readonly [search: Search, anchors?: Anchors])[] = [
  [findPrivateKeys, privateKeyAnchors],
  [(_text, _part, { tokens }) => tokens],
  [findKeyedTokens, keyedTokenAnchors],
  [findAwsSecretKeys, awsKeyAnchors],
  [findJsonWebTokens, jsonWebTokenAnchors],
  [findAuthorization, authorizationAnchors],
  [findPasswordHashes, passwordHashAnchors],
  [findInUrls, urlAnchors],
  [findInStatements, statementAnchors],
  [findCloudConfigPasswords, chpasswdAnchors],
  [findPipedPasswords, pipedPasswordAnchors],
  [findInCredentialFiles, credentialFileAnchors],
  [(_text, _part, { commands }) => commands],
  [findNamedValue],
  [findAssignments, nameAnchors],
  [(text, _part, { marks }) => findBySecretlint(text, marks)],
];
const anchorTable = new AnchorTable(detectors.map(([, anchors]) => anchors));

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
  const bytes = bytesOf(text);
  const seenAnchors = anchorTable.seenIn(bytes);
  const words = scanWords(text, facts, bytes);
  const kept: Candidate[] = [];
  for (let index = 0; index < detectors.length; index++) {
    const search = detectors[index]?.[0];
    if (search === undefined || (seenAnchors & (1 << index)) === 0) continue;
    const seen: Candidate[] = [];
    for (const candidate of search(text, facts, words))
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
