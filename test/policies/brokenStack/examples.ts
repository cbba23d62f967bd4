import type { JavaScriptValue } from "google-protobuf/google/protobuf/struct_pb";
import { judge } from "../../../policies/judge";
import type { Rule } from "../../../policies/rule";
import type { BrokenResource } from "../brokenStack";
import { contextOfExample } from "../exampleContext";

/**
 * A resource for each of the rules that are about no other: the failing example by which the most of all rules
 * speak, so that few resources break them all.
 * @param heard ids of the rules that need none
 */
export function brokenExamples(
  rules: readonly Rule[],
  heard: ReadonlySet<string>,
): readonly BrokenResource[] {
  const broken: BrokenResource[] = [];
  for (const rule of rules) {
    if (heard.has(rule.id) || broken.some(({ violates }) => violates.includes(rule.id))) continue;
    const alone = rule.examples.fail.filter(
      ({ beside, computedFrom }) => beside === undefined && computedFrom === undefined,
    );
    const candidates = alone.map(({ type = rule.types[0] ?? "", properties }) => {
      const speaking = rules.filter((each) => {
        if (!each.types.includes(type)) return false;
        const verdicts = judge(each, properties, contextOfExample(each, { type, properties }));
        return verdicts.some(({ kind }) => kind === "violation");
      });
      const violates = speaking.map(({ id }) => id).sort();
      return { name: `breaks-${rule.id}`, type, properties: onWire(properties), violates };
    });
    const [loudest] = candidates.sort((a, b) => b.violates.length - a.violates.length);
    if (loudest !== undefined) broken.push(loudest);
  }
  return broken;
}

function onWire(properties: object): Readonly<Record<string, JavaScriptValue>> {
  return JSON.parse(JSON.stringify(properties));
}
