// What the policy SDK makes of values that are not known yet: its own proxy, and its own mark for one of them.
import { unknownCheckingProxy, unknownStringValue } from "@pulumi/policy/proxy";

/** The properties as a rule gets them from the SDK. */
export function asRuleSees(properties: object): object {
  return unknownCheckingProxy(properties);
}

/** A copy in which the value at `path` is not known yet. */
export function withUnknown(properties: object, path: readonly string[]): object {
  return withValue(properties, path, unknownStringValue);
}

/** A copy with another value at `path`; what is missing on the way there is created. */
export function withValue(properties: object, path: readonly string[], value: unknown): object {
  return parseObject(replaced(properties, path, value));
}

function replaced(value: unknown, [key, ...rest]: readonly string[], by: unknown): unknown {
  if (key === undefined) return by;
  if (Array.isArray(value))
    return value.map((item, index) => (String(index) === key ? replaced(item, rest, by) : item));
  const entries = Object.entries(value ?? {});
  const was = entries.find(([name]) => name === key)?.[1];
  return Object.fromEntries([...entries.filter(([name]) => name !== key), [key, replaced(was, rest, by)]]);
}

/** Every path of properties that `judge` reads, absent ones among them. */
export function pathsRead(
  properties: object,
  judge: (seen: object) => unknown,
): readonly (readonly string[])[] {
  const paths = new Map<string, readonly string[]>();
  const watch = (value: unknown, path: readonly string[]): unknown => {
    if (typeof value !== "object" || value === null) return value;
    return new Proxy(value, {
      get: (target, key) => {
        const read: unknown = Reflect.get(target, key);
        // Methods and the length of a list are no properties of the resource.
        if (typeof key === "symbol" || (Array.isArray(target) && !/^\d+$/.test(key))) return read;
        const at = [...path, key];
        paths.set(at.join("."), at);
        return watch(read, at);
      },
    });
  };
  judge(parseObject(watch(properties, [])));
  return [...paths.values()];
}

function parseObject(value: unknown): object {
  if (typeof value !== "object" || value === null)
    throw new TypeError(`expected an object, got ${typeof value}`);
  return value;
}
