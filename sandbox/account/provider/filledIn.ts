import { isDeepStrictEqual } from "node:util";
import { isList, isProperties } from "../unknown";
import type { Value } from "../values";

/**
 * The new input `next` with what AWS filled in beside the old input `old`, which is what is `present` without having
 * been given, at any depth: the `volumeId` of a `rootBlockDevice`. What the program took away is gone.
 */
export function withFilledIn(present: Value | undefined, old: Value | undefined, next: Value): Value {
  if (isList(present) && isList(next)) return fillItems(present, isList(old) ? old : [], next);
  if (!isProperties(present) || !isProperties(next)) return next;
  const given = isProperties(old) ? old : {};
  const filledIn = Object.entries(present).filter(([name]) => given[name] === undefined);
  const inputs = Object.entries(next).map(([name, value]) => [
    name,
    withFilledIn(present[name], given[name], value),
  ]);
  return { ...Object.fromEntries(filledIn), ...Object.fromEntries(inputs) };
}

/** An item is the one that was given alike, wherever it stood, else the one in its place that is no other's. */
function fillItems(present: readonly Value[], olds: readonly Value[], news: readonly Value[]): Value {
  // Then somebody else changed the list, and it cannot be told which item is which.
  if (present.length !== olds.length) return news;
  const alike = pairAlike(olds, news);
  const taken = new Set(alike);
  return news.map((item, place) => {
    const index = alike[place] ?? (taken.has(place) ? undefined : place);
    return index === undefined ? item : withFilledIn(present[index], olds[index], item);
  });
}

/** For each new item the index of the equal old one, each old one once. */
function pairAlike(olds: readonly Value[], news: readonly Value[]): readonly (number | undefined)[] {
  const free = new Set(olds.keys());
  return news.map((item) => {
    const index = [...free].find((candidate) => isDeepStrictEqual(olds[candidate], item));
    if (index !== undefined) free.delete(index);
    return index;
  });
}
