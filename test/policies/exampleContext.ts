import { unknownCheckingProxy } from "@pulumi/policy/proxy";
import type { Context, StackResource } from "../../policies/context";
import type { Example, ExampleResource, Rule } from "../../policies/rule";
import { contextOf, viewOf } from "../../policies/stackView";

/** The day on which every example is judged. */
export const exampleDay = new Date("2026-08-01T12:00:00Z");

/** What a rule is told about an example. */
export function contextOfExample(rule: Rule, example: Partial<Example> = {}): Context {
  const { type = rule.types[0] ?? "", environment = "prod", protect = false, beside = [] } = example;
  const all: readonly ExampleResource[] = [{ properties: {}, ...example, type, name: "example" }, ...beside];
  const resources = all.map((one) => resourceOf(one, all));
  const [subject] = resources;
  return contextOf(
    { type, name: "example", urn: urnOf({ type, name: "example" }), protect },
    {
      environment,
      today: exampleDay,
      stack: viewOf(resources),
      computedFrom: subject?.computedFrom ?? {},
    },
  );
}

function resourceOf(
  { type, name, properties, computedFrom = {} }: ExampleResource,
  all: readonly ExampleResource[],
): StackResource {
  const urnsOf = (names: readonly string[]) =>
    all.filter((one) => names.includes(one.name)).map((one) => urnOf(one));
  return {
    type,
    name,
    urn: urnOf({ type, name }),
    properties: unknownCheckingProxy(properties),
    computedFrom: Object.fromEntries(
      Object.entries(computedFrom).map(([property, names]) => [property, urnsOf(names)]),
    ),
  };
}

function urnOf({ type, name }: { readonly type: string; readonly name: string }): string {
  return `urn:pulumi:prod::examples::${type}::${name}`;
}
