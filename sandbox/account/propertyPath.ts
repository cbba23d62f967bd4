import { containsUnknown, isList, isProperties, UNKNOWN } from "./unknown";
import type { Value } from "./values";

/** `a`, `b` -> `a.b`; a key that is no plain word is quoted, as Pulumi's property paths have it: `tags["my:key"]`. */
export function joinKey(path: string, key: string): string {
  if (!/^[A-Za-z_$][\w$]*$/.test(key)) return `${path}[${JSON.stringify(key)}]`;
  return path === "" ? key : `${path}.${key}`;
}

export function joinIndex(path: string, index: number): string {
  return `${path}[${index}]`;
}

/** The steps of a property path, e.g. `ingress[0].cidrBlocks` -> `ingress`, `0`, `cidrBlocks`. */
export function stepsOf(path: string): readonly string[] {
  const steps = path.matchAll(/\["((?:[^"\\]|\\.)*)"\]|\[(\d+)\]|([^.[\]]+)/g);
  return [...steps].map(([, quoted, index, word]) => quoted ?? index ?? word ?? "");
}

/** Whether what is at `path`, or something above or below it, is not known yet. */
export function isUnknownAt(value: Value | undefined, path: string): boolean {
  let current = value;
  for (const step of stepsOf(path)) {
    if (current === UNKNOWN) return true;
    if (isList(current)) current = current[Number(step)];
    else if (isProperties(current)) current = current[step];
    else return false;
  }
  return containsUnknown(current);
}
