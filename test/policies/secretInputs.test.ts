import assert from "node:assert/strict";
import * as z from "zod";
import { packs } from "../../policies/packs";
import type { FailingExample, Rule } from "../../policies/rule";
import { PackProcess, urnOf, type WireProperties } from "./packProcess";

/** A secret as it is on the wire: https://github.com/pulumi/pulumi/blob/master/sdk/nodejs/runtime/rpc.ts, specialSecretSig */
function secret(value: z.core.util.JSONType) {
  return { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", value };
}

const wire = z.record(z.string(), z.json());

/** What the engine would send: JSON, without what is left out. */
function onWire(properties: object): Readonly<Record<string, z.core.util.JSONType>> {
  return wire.parse(JSON.parse(JSON.stringify(properties)));
}

describe("a resource whose every property is a secret", function () {
  this.timeout(60_000);
  let pack: PackProcess;
  before(async () => {
    pack = await PackProcess.start("policies/bakeline");
  });
  after(() => pack.stop());

  /** What one rule says about an example, in a stack of its own. */
  async function said(rule: Rule, example: FailingExample, properties: WireProperties) {
    const { type = rule.types[0] ?? "", beside = [], computedFrom = {}, protect = false } = example;
    const typeOf = new Map([["example", type], ...beside.map((one) => [one.name, one.type] as const)]);
    const urnsOf = (names: Readonly<Record<string, readonly string[]>>) =>
      Object.fromEntries(
        Object.entries(names).map(([property, from]) => [
          property,
          from.map((name) => urnOf(typeOf.get(name) ?? "", name)),
        ]),
      );
    const reported = [];
    for (const one of beside)
      reported.push(
        ...(await pack.analyze(one.type, onWire(one.properties), {
          name: one.name,
          computedFrom: urnsOf(one.computedFrom ?? {}),
        })),
      );
    reported.push(
      ...(await pack.analyze(type, properties, {
        name: "example",
        protect,
        computedFrom: urnsOf(computedFrom),
      })),
      ...(await pack.analyzeStack()),
    );
    return reported.filter((one) => one.rule === rule.id).map(({ message }) => message);
  }

  for (const rule of packs.flatMap(({ rules }) => rules)) {
    it(`is judged by ${rule.id} like any other, and not shown`, async () => {
      for (const example of rule.examples.fail) {
        const plain = onWire(example.properties);
        const wrapped = Object.fromEntries(Object.entries(plain).map(([key, value]) => [key, secret(value)]));
        const messages = await said(rule, example, plain);
        assert.notDeepEqual(messages, [], example.name);
        assert.deepEqual(await said(rule, example, wrapped), messages, example.name);
      }
    });
  }
});
