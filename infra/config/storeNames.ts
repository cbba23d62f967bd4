import { type Finding, isMap, valueAt } from "./finding";
import type { KeyProblem } from "./keyProblems";
import { storeFamilies } from "./sections/stores/stores";

/**
 * The names of the stores that the file has, right or wrong: a store with a wrong setting is told once, and not as one
 * that is missing. Undefined where a section is wrong itself, so that what is in it may be anything.
 */
export function findStoreNames(
  settings: unknown,
  findings: readonly Finding[],
  keyProblems: readonly KeyProblem[],
): string[] | undefined {
  const isWrong =
    keyProblems.some(({ meant }) => meant === "stores") ||
    findings.some(({ path }) => path[0] === "stores" && path.length <= 2);
  if (isWrong) return undefined;
  return storeFamilies.flatMap((family) => {
    const stores = valueAt(settings, ["stores", family]);
    return isMap(stores) ? Object.keys(stores) : [];
  });
}
