import { judge } from "./judge";
import type { Repair, Rule } from "./rule";
import { soleContext } from "./stackView";

/**
 * A rule's repair as the policy SDK runs it, where the stack chose the level `remediate`. It writes only what the
 * rule would have refused, so that the engine tells of real changes only.
 */
export function remediation(rule: Rule, { path, value }: Repair) {
  return (args: {
    readonly props: Record<string, unknown>;
    readonly urn: string;
    readonly name: string;
    readonly type: string;
  }) => {
    const { props, ...subject } = args;
    const verdicts = judge(rule, props, soleContext({ ...subject, protect: false }));
    if (!verdicts.some(({ kind }) => kind === "violation")) return undefined;
    write(props, path, value);
    return props;
  };
}

function write(target: Record<string, unknown>, [key, ...rest]: readonly string[], value: unknown): void {
  if (key === undefined) return;
  if (rest.length === 0) {
    target[key] = value;
    return;
  }
  const inner = target[key];
  if (isRecord(inner)) write(inner, rest, value);
  else {
    const made: Record<string, unknown> = {};
    write(made, rest, value);
    target[key] = made;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
