/**
 * A property of a type as a path of names, `encryptAtRest.enabled`: the path itself where it exists, otherwise `never`,
 * so that a misspelt path does not compile. Lists are not walked.
 */
export type PathIn<Properties, Path extends string> = Path extends `${infer Head}.${infer Rest}`
  ? Head extends keyof Properties
    ? PathIn<NonNullable<Properties[Head]>, Rest> extends never
      ? never
      : Path
    : never
  : Path extends keyof Properties
    ? Path
    : never;

/** The names of a path, from the outside in. */
export function keysOf(path: string): readonly [string, ...string[]] {
  const [first = "", ...rest] = path.split(".");
  return [first, ...rest];
}

/** What a property holds; undefined where a block on the way is left out. */
export function readPath(properties: unknown, path: string): unknown {
  return keysOf(path).reduce((block: unknown, name) => {
    return typeof block === "object" && block !== null ? Reflect.get(block, name) : undefined;
  }, properties);
}

/** A copy with another value at `path`; blocks that are missing on the way are made. */
export function withPath(properties: object, path: string, value: unknown): object {
  const [name, ...rest] = keysOf(path);
  const inside: unknown = Reflect.get(properties, name);
  const block = typeof inside === "object" && inside !== null ? inside : {};
  return { ...properties, [name]: rest.length === 0 ? value : withPath(block, rest.join("."), value) };
}
