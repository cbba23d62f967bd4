import { limits } from "../limits";

// What a parser made of a text of others: unknown until it is asked.

export type Mapping = Readonly<Record<string, unknown>>;

export function isMapping(node: unknown): node is Mapping {
  return typeof node === "object" && node !== null && !Array.isArray(node) && !(node instanceof Uint8Array);
}

/** A field of a mapping, by its own name only. */
export function field(node: unknown, name: string): unknown {
  return isMapping(node) && Object.hasOwn(node, name) ? node[name] : undefined;
}

export function mapping(node: unknown): Mapping {
  return isMapping(node) ? node : {};
}

/** The items of a list; what is no list is a list of one, as most tools here take it. */
export function items(node: unknown): readonly unknown[] {
  if (node === undefined || node === null) return [];
  return Array.isArray(node) ? node : [node];
}

/** A scalar as the text it was written as. */
export function scalar(node: unknown): string | undefined {
  if (typeof node === "string") return node;
  return typeof node === "number" || typeof node === "boolean" ? String(node) : undefined;
}

export interface Leaf {
  /** `users[0].passwd` */
  readonly path: string;
  /** The nearest name: `passwd`. */
  readonly name: string;
  readonly value: string | Uint8Array;
}

/** Every scalar below a node, in order. Ends after `limits.documentNodes`, then `cut` is called. */
export function* leaves(node: unknown, path: string, cut: () => void): Generator<Leaf> {
  const left = { nodes: limits.documentNodes as number };
  yield* below(node, path, lastName(path), left, 0);
  if (left.nodes <= 0) cut();
}

function* below(
  node: unknown,
  path: string,
  name: string,
  left: { nodes: number },
  depth: number,
): Generator<Leaf> {
  if (left.nodes-- <= 0) return;
  if (depth > limits.documentDepth) {
    left.nodes = 0;
    return;
  }
  if (node instanceof Uint8Array) {
    yield { path, name, value: node };
  } else if (Array.isArray(node)) {
    for (const [i, item] of node.entries()) {
      if (left.nodes <= 0) return;
      yield* below(item, `${path}[${i}]`, name, left, depth + 1);
    }
  } else if (isMapping(node)) {
    for (const key in node) {
      if (left.nodes <= 0) return;
      if (Object.hasOwn(node, key)) yield* below(node[key], join(path, key), key, left, depth + 1);
    }
  } else {
    const value = scalar(node);
    if (value !== undefined && value !== "") yield { path, name, value };
  }
}

export function join(path: string, key: string): string {
  return path === "" ? key : `${path}.${key}`;
}

function lastName(path: string): string {
  return /([^.[\]]+)(?:\[\d+\])*$/.exec(path)?.[1] ?? path;
}
