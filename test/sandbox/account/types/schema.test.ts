import assert from "node:assert/strict";
import { sdkSchema } from "../../../../sandbox/account/schema/sdkSchema";
import {
  findProperty,
  isListShape,
  type ObjectShape,
  type Shape,
} from "../../../../sandbox/account/schema/shape";
import { resourceTypes } from "../../../../sandbox/account/types";
import { tokens } from "../../../../sandbox/account/types/tokens";

describe("every resource type of the simulated account", () => {
  it("is known once, under a token of tokens.ts", () => {
    const known = resourceTypes.map(({ token }) => token);
    assert.deepEqual([...known].sort(), Object.values(tokens).sort());
  });

  it("names a schema file of the AWS provider as its source", () => {
    const wrong = resourceTypes.filter(
      ({ source }) => !/^internal\/service\/[a-z0-9]+\/[a-z0-9_]+\.go$/.test(source),
    );
    assert.deepEqual(
      wrong.map(({ token }) => token),
      [],
    );
  });

  for (const type of resourceTypes) {
    it(`${type.token} speaks only of properties that the SDK declares`, () => {
      const declaration = sdkSchema.resources[type.token];
      assert.ok(declaration !== undefined, "run npm run schema");
      const { inputs, outputs } = declaration;
      const recomputed = Object.entries(type.recomputedOn ?? {});
      const autoName = type.autoName === "none" ? undefined : type.autoName?.property;
      const undeclared = {
        replaceOn: type.replaceOn.filter((path) => !declares(inputs, path)),
        unordered: (type.unordered ?? []).filter((path) => !declares(inputs, path)),
        recomputedWhile: Object.entries(type.recomputedWhile ?? {}).filter(
          ([output, input]) => type.recomputedOn?.[output] === undefined || !declares(inputs, input),
        ),
        defaults: Object.keys(type.defaults ?? {}).filter((name) => !declares(inputs, name)),
        computed: type.computed.filter((name) => !outputs.includes(name)),
        recomputed: recomputed.map(([name]) => name).filter((name) => !type.computed.includes(name)),
        recomputedOn: recomputed.flatMap(([, paths]) => paths).filter((path) => !declares(inputs, path)),
        autoName: autoName === undefined || declares(inputs, autoName) ? [] : [autoName],
      };
      const none = {
        replaceOn: [],
        unordered: [],
        recomputedWhile: [],
        defaults: [],
        computed: [],
        recomputed: [],
        recomputedOn: [],
        autoName: [],
      };
      assert.deepEqual(undeclared, none);
    });
  }
});

/** Whether a path such as `rootBlockDevice.encrypted` is declared; lists on the way are looked into. */
function declares(shape: ObjectShape, path: string): boolean {
  const [name = "", ...rest] = path.split(".");
  const property = findProperty(shape, name);
  if (property === undefined || rest.length === 0) return property !== undefined;
  const inner = objectIn(property.shape);
  return inner !== undefined && declares(inner, rest.join("."));
}

function objectIn(shape: Shape): ObjectShape | undefined {
  if (typeof shape === "string") return undefined;
  return isListShape(shape) ? objectIn(shape[0]) : shape;
}
