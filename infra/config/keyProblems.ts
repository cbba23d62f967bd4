import { distance } from "fastest-levenshtein";
import { configKey, configKeys, project, settingNames } from "./configKeys";
import { findNearestName } from "./nearestName";

/** A config key that nothing reads. */
export interface KeyProblem {
  readonly key: string;
  readonly expected: string;
  readonly remedy: string;
  /** The absent setting that the key most likely meant. */
  readonly meant?: string;
}

/**
 * Keys that are meant for this program and that it does not read: of its own namespace, of `aws` (the program configures
 * its own provider, so that `aws:profile` and the like would have no effect), and of one that looks like a slip.
 */
export function findKeyProblems(values: Readonly<Record<string, unknown>>): KeyProblem[] {
  return Object.keys(values)
    .filter((key) => isForUs(key) && !configKeys.includes(key))
    .map((key) => keyProblem(key, values));
}

function keyProblem(key: string, values: Readonly<Record<string, unknown>>): KeyProblem {
  const expected = `one of ${configKeys.join(", ")}`;
  const name = key.slice(key.lastIndexOf(":") + 1);
  const nearest = findNearestName(name, settingNames);
  if (nearest === undefined)
    return key.startsWith("aws:")
      ? {
          key,
          expected,
          remedy: "remove it: the program's provider reads its credentials from the environment only",
        }
      : { key, expected, remedy: "remove it" };
  return values[configKey(nearest)] === undefined
    ? { key, expected, remedy: `rename it to ${configKey(nearest)}`, meant: nearest }
    : { key, expected, remedy: `remove it, ${configKey(nearest)} is there already` };
}

/** Other namespaces belong to other packages; a key without one pulumi reads as the project's own. */
function isForUs(key: string): boolean {
  const colon = key.indexOf(":");
  const namespace = key.slice(0, Math.max(colon, 0)).toLowerCase();
  return colon === -1 || namespace === "aws" || distance(namespace, project) <= 2;
}
