import { isDeepStrictEqual } from "node:util";
import { joinIndex, joinKey, stepsOf } from "../propertyPath";
import type { ResourceType } from "../resourceType";
import type { Declaration } from "../schema/shape";
import { isList, isProperties } from "../unknown";
import type { Properties, Value } from "../values";
import { autoNameOf, isChosenName } from "./autoName";

/** How one property changes. */
export interface PropertyChange {
  /** Of the input, e.g. `metadataOptions.httpTokens` or `ingress[0].fromPort`. */
  path: string;
  kind: "add" | "delete" | "update";
  /** The change cannot be made in place. */
  replaces: boolean;
}

export interface DiffResult {
  changes: readonly PropertyChange[];
  /** Only meaningful when a change replaces. */
  deleteBeforeReplace: boolean;
}

/** What turns the old inputs into the new ones, both as checked. */
export function diff(
  type: ResourceType,
  declaration: Declaration,
  name: string,
  olds: Properties,
  news: Properties,
): DiffResult {
  const rules: Rules = {
    // A new region is another place altogether: `ForceNew` for every type of the provider.
    replaceOn: [...type.replaceOn, "region"].map(stepsOf),
    unordered: (type.unordered ?? []).map(stepsOf),
  };
  const changes = [...new Set([...Object.keys(olds), ...Object.keys(news)])]
    // "Optional and computed": when the program no longer says, what is there stays.
    .filter((key) => news[key] !== undefined || !type.computed.includes(key))
    .flatMap((key) => compare(olds[key], news[key], { path: joinKey("", key), steps: [key] }, rules));
  const auto = autoNameOf(type, declaration.inputs);
  const nameStays =
    auto !== undefined &&
    olds[auto.property] === news[auto.property] &&
    isChosenName(auto, name, news[auto.property]);
  return { changes, deleteBeforeReplace: type.deleteBeforeReplace === true || nameStays };
}

/** What of a type a comparison needs, paths as their steps. */
interface Rules {
  replaceOn: readonly (readonly string[])[];
  unordered: readonly (readonly string[])[];
}

/** A value's way in: its path, and the steps to it without the places in lists. */
interface At {
  path: string;
  steps: readonly string[];
}

function compare(
  old: Value | undefined,
  next: Value | undefined,
  at: At,
  rules: Rules,
): readonly PropertyChange[] {
  if (isDeepStrictEqual(old, next) || (isNothing(old) && isNothing(next))) return [];
  if (isProperties(old) && isProperties(next))
    return [...new Set([...Object.keys(old), ...Object.keys(next)])].flatMap((key) =>
      compare(old[key], next[key], { path: joinKey(at.path, key), steps: [...at.steps, key] }, rules),
    );
  if (isList(old) && isList(next)) {
    const isSet = rules.unordered.some((steps) => isDeepStrictEqual(steps, at.steps));
    const [before, after] = isSet ? withoutCommon(old, next, at, rules) : [old, next];
    // A set's items stay in their places, so that each path leads to the item that it is about.
    return [...Array(Math.max(before.length, after.length)).keys()].flatMap((index) =>
      compare(before[index], after[index], { ...at, path: joinIndex(at.path, index) }, rules),
    );
  }
  const kind = isNothing(old) ? "add" : isNothing(next) ? "delete" : "update";
  const replaces = rules.replaceOn.some((trigger) => triggers(trigger, at.steps, [old, next]));
  return [{ path: at.path, kind, replaces }];
}

type Items = readonly (Value | undefined)[];

/** Both lists with undefined in place of each item that the other one has, too, once for once. */
function withoutCommon(
  old: readonly Value[],
  next: readonly Value[],
  at: At,
  rules: Rules,
): readonly [Items, Items] {
  const before: (Value | undefined)[] = [...old];
  const after = next.map((item) => {
    const twin = before.findIndex(
      (candidate) => candidate !== undefined && compare(candidate, item, at, rules).length === 0,
    );
    if (twin === -1) return item;
    before[twin] = undefined;
    return undefined;
  });
  return [before, after];
}

/** Terraform tells an empty block from no block no better. */
function isNothing(value: Value | undefined): boolean {
  if (value === undefined || value === null) return true;
  if (isList(value)) return value.length === 0;
  return isProperties(value) && Object.keys(value).length === 0;
}

/** Whether the change at `steps` touches `trigger`: it is at or below it, or it is above and has something there. */
function triggers(
  trigger: readonly string[],
  steps: readonly string[],
  values: readonly (Value | undefined)[],
): boolean {
  const common = Math.min(trigger.length, steps.length);
  if (trigger.slice(0, common).some((step, index) => step !== steps[index])) return false;
  return trigger.length <= steps.length || values.some((value) => holds(value, trigger.slice(common)));
}

function holds(value: Value | undefined, steps: readonly string[]): boolean {
  const [step, ...rest] = steps;
  if (step === undefined) return value !== undefined;
  // An unknown block may change anything that is in it.
  if (typeof value === "string") return true;
  if (isList(value)) return value.some((item) => holds(item, steps));
  return isProperties(value) && holds(value[step], rest);
}
