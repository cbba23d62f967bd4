import type { Context } from "./context";
import type { Finding, Rule, Separately } from "./rule";

/** What a rule has to say about one resource. No verdict at all means that the resource complies. */
export type Verdict =
  | { readonly kind: "violation"; readonly finding: Finding }
  /** The rule read a value that the engine does not know before the update. */
  | { readonly kind: "undecided"; readonly path: string }
  /** The rule threw: it has judged nothing. Never the error's message, which may quote a property. */
  | { readonly kind: "failed"; readonly thrown: string };

/**
 * Runs one rule on one resource. The only place that catches what a rule throws: it becomes a verdict, so that a
 * rule that could not do its work never looks like one that found nothing.
 */
export function judge(rule: Rule, properties: unknown, context: Context): readonly Verdict[] {
  const unknownPaths = new Set<string>();
  const separately: Separately = (...parts) =>
    parts.flatMap((part) => {
      try {
        return part();
      } catch (error) {
        unknownPaths.add(unknownPath(error));
        return [];
      }
    });
  try {
    const findings = separately(() => rule.evaluate(properties, separately, context));
    return [
      ...[...findings].sort(byPath).map((finding): Verdict => ({ kind: "violation", finding })),
      ...[...unknownPaths].sort(inPathOrder).map((path): Verdict => ({ kind: "undecided", path })),
    ];
  } catch (error) {
    return [{ kind: "failed", thrown: kindOf(error) }];
  }
}

/** @throws the error itself, unless it is the policy SDK's UnknownValueError (proxy.js), which has no declaration. */
function unknownPath(error: unknown): string {
  if (
    error instanceof Error &&
    "unknownTypeSentinel" in error &&
    "props" in error &&
    Array.isArray(error.props)
  )
    return error.props.map(String).reduce(joinPath, "");
  throw error;
}

function joinPath(path: string, key: string): string {
  if (/^\d+$/.test(key)) return `${path}[${key}]`;
  return path === "" ? key : `${path}.${key}`;
}

function byPath(a: Finding, b: Finding): number {
  return inPathOrder(a.path, b.path);
}

// `[10]` after `[9]`.
const pathOrder = new Intl.Collator("en", { numeric: true });
function inPathOrder(a: string, b: string): number {
  return pathOrder.compare(a, b);
}

/** Only names that JavaScript itself gave: a class or a string thrown by a library may carry anything. */
function kindOf(error: unknown): string {
  const builtIn = [TypeError, RangeError, SyntaxError, ReferenceError].find((type) => error instanceof type);
  if (builtIn !== undefined) return `a ${builtIn.name}`;
  return error instanceof Error ? "an Error" : "something that is no Error";
}
