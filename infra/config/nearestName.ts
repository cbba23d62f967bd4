import { closest, distance } from "fastest-levenshtein";

/** The known name that a mistyped one most likely meant; undefined when none is near. */
export function findNearestName(name: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const nearest = closest(
    name.toLowerCase(),
    known.map((one) => one.toLowerCase()),
  );
  // Farther than two letters in five, a suggestion misleads more often than it helps.
  if (distance(name.toLowerCase(), nearest) > Math.max(2, Math.floor(name.length * 0.4))) return undefined;
  return known.find((one) => one.toLowerCase() === nearest);
}
