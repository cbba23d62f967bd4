import {
  binaryTag,
  defineMappingTag,
  defineScalarTag,
  defineSequenceTag,
  FAILSAFE_SCHEMA,
  loadAll,
  YAMLException,
} from "js-yaml";
import { limits } from "../limits";

/**
 * The documents of a YAML text. Every scalar stays the text that was written: `no`, `012` and `1e3` can be passwords.
 * CloudFormation's short forms become its long ones: `!Sub x` is `{"Fn::Sub": x}`.
 */
export function parseYaml(text: string): { documents: unknown[] } | { reason: string } {
  try {
    return {
      documents: loadAll(text, { schema, json: true, maxDepth: limits.documentDepth, maxAliases: 1000 }),
    };
  } catch (error) {
    if (!(error instanceof YAMLException)) return { reason: "it is no YAML" };
    // The exception's message quotes the text around it.
    const line = typeof error.mark?.line === "number" ? ` (line ${error.mark.line + 1})` : "";
    return { reason: `it is no YAML${line}: ${withoutNames(error.reason)}` };
  }
}

/** Reasons may name an anchor, an alias, a tag or a key of the text. */
function withoutNames(reason: string): string {
  return reason.replace(/["'`<&*!].*$/s, "…").slice(0, 100);
}

const standard = "tag:yaml.org,2002:";
const never = { identify: () => false, matchByTagPrefix: true };

/** `!Sub` by `Fn::Sub`; `!Ref` and `!Condition` have no `Fn::`: AWS CloudFormation's function reference, 2026-11. */
function longForm(tag: string, value: unknown): unknown {
  const name = tag.replace(/^!+/, "");
  if (!/^[A-Za-z0-9]{1,40}$/.test(name)) return value;
  return { [name === "Ref" || name === "Condition" ? name : `Fn::${name}`]: value };
}

interface Tagged<T> {
  readonly tag: string;
  readonly held: T;
}

const list = { addItem: (carrier: Tagged<unknown[]>, item: unknown) => void carrier.held.push(item) };
const map = {
  addPair: (carrier: Tagged<Map<unknown, unknown>>, key: unknown, value: unknown) => {
    carrier.held.set(key, value);
    return "";
  },
  has: (carrier: Tagged<Map<unknown, unknown>>, key: unknown) => carrier.held.has(key),
  keys: () => [],
  get: () => undefined,
};
const plain = (held: Map<unknown, unknown>) =>
  Object.fromEntries([...held].map(([key, value]) => [String(key), value]));

const schema = FAILSAFE_SCHEMA.withTags(
  binaryTag,
  defineScalarTag(standard, { ...never, resolve: (source) => source }),
  defineScalarTag("!", { ...never, resolve: (source, _isExplicit, tag) => longForm(tag, source) }),
  defineSequenceTag(standard, {
    ...never,
    ...list,
    create: create<unknown[]>(() => []),
    finalize: ({ held }) => held,
  }),
  defineSequenceTag("!", {
    ...never,
    ...list,
    create: create<unknown[]>(() => []),
    finalize: ({ tag, held }) => longForm(tag, held),
  }),
  defineMappingTag(standard, {
    ...never,
    ...map,
    create: create(() => new Map<unknown, unknown>()),
    finalize: ({ held }) => plain(held),
  }),
  defineMappingTag("!", {
    ...never,
    ...map,
    create: create(() => new Map<unknown, unknown>()),
    finalize: ({ tag, held }) => longForm(tag, plain(held)),
  }),
);

function create<T>(empty: () => T): (tag: string) => Tagged<T> {
  return (tag) => ({ tag, held: empty() });
}
