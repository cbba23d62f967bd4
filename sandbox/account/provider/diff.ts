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
  // A new region is another place altogether: `ForceNew` for every type of the provider.
  const replaceOn = [...type.replaceOn, "region"].map(stepsOf);
  const changes: PropertyChange[] = [];
  for (const key of new Set([...Object.keys(olds), ...Object.keys(news)])) {
    // "Optional and computed": when the program no longer says, what is there stays.
    if (news[key] === undefined && type.computed.includes(key)) continue;
    compare(olds[key], news[key], joinKey("", key), [key], replaceOn, changes);
  }
  const auto = autoNameOf(type, declaration.inputs);
  const nameStays =
    auto !== undefined &&
    olds[auto.property] === news[auto.property] &&
    isChosenName(auto, name, news[auto.property]);
  return { changes, deleteBeforeReplace: type.deleteBeforeReplace === true || nameStays };
}

function compare(
  old: Value | undefined,
  next: Value | undefined,
  path: string,
  steps: readonly string[],
  replaceOn: readonly (readonly string[])[],
  changes: PropertyChange[],
): void {
  if (isDeepStrictEqual(old, next) || (isNothing(old) && isNothing(next))) return;
  if (isProperties(old) && isProperties(next)) {
    for (const key of new Set([...Object.keys(old), ...Object.keys(next)]))
      compare(old[key], next[key], joinKey(path, key), [...steps, key], replaceOn, changes);
    return;
  }
  if (isList(old) && isList(next)) {
    for (let index = 0; index < Math.max(old.length, next.length); index += 1)
      compare(old[index], next[index], joinIndex(path, index), steps, replaceOn, changes);
    return;
  }
  const kind = isNothing(old) ? "add" : isNothing(next) ? "delete" : "update";
  const replaces = replaceOn.some((trigger) => triggers(trigger, steps, [old, next]));
  changes.push({ path, kind, replaces });
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
