import assert from "node:assert/strict";
import { judge } from "../../../policies/judge";
import { packs } from "../../../policies/packs";
import { presentName } from "../../../policies/typeAliases";
import { contextOfExample } from "../exampleContext";
import { asRuleSees } from "../unknownValues";
import { access } from "./access";
import { caches } from "./caches";
import { databases } from "./databases";
import type { Declaration } from "./declaration";
import { fleets } from "./fleet";
import { imds } from "./imds";
import { networks } from "./network";
import { states } from "./state";
import { stores } from "./stores";
import { topics } from "./topics";
import { volumes } from "./volumes";

const all = [imds, volumes, databases, caches, stores, networks, access, fleets, states].flat();

/** The rules of its topic that find something in a declaration. */
function speaking({ topic, type, properties, ...rest }: Declaration): readonly string[] {
  const rules = packs.flatMap((pack) => pack.rules);
  const ofTopic = topics[topic];
  assert.ok(ofTopic, `${topic}: it is no topic`);
  return rules
    .filter(({ id, types }) => ofTopic.some((one) => one.test(id)) && types.includes(presentName(type)))
    .filter((rule) => {
      const context = contextOfExample(rule, { ...rest, type: presentName(type), properties });
      return judge(rule, asRuleSees(properties), context).length > 0;
    })
    .map(({ id }) => id);
}

describe("declarations as others write them", () => {
  for (const topic of Object.keys(topics))
    it(`are judged right under ${topic}`, () => {
      const wrong = all
        .filter((one) => one.topic === topic)
        .filter((one) => one.violates !== speaking(one).length > 0)
        .map(({ violates, type, properties, environment }) => ({ violates, type, properties, environment }));
      assert.deepEqual(wrong, []);
    });

  it("are several hundred, and show each topic from both sides where it has two", () => {
    assert.ok(all.length >= 400, String(all.length));
  });
});
