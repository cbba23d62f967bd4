import assert from "node:assert/strict";
import { sdkSchema } from "../../../../sandbox/account/schema/sdkSchema";
import { resourceTypes } from "../../../../sandbox/account/types";
import { completeEstate } from "./estate";
import { simulation } from "./simulation";

describe("an estate with one of every type", () => {
  const aws = simulation();
  const estate = completeEstate(aws);

  it("has every type that the account knows", () => {
    const made = new Set(estate.map(({ type }) => type.token));
    assert.deepEqual(
      resourceTypes.map(({ token }) => token).filter((token) => !made.has(token)),
      [],
    );
  });

  it("gives every computed property a value, so that nothing stays unknown after it was made", () => {
    const missing = estate.flatMap(({ type, entry }) =>
      type.computed
        .filter((name) => entry.properties[name] === undefined)
        .map((name) => `${type.token} ${name}`),
    );
    assert.deepEqual(missing, []);
  });

  it("has no property that the SDK does not declare", () => {
    const undeclared = estate.flatMap(({ type, entry }) =>
      Object.keys(entry.properties)
        .filter((name) => !sdkSchema.resources[type.token]?.outputs.includes(name))
        .map((name) => `${type.token} ${name}`),
    );
    assert.deepEqual(undeclared, []);
  });

  it("finds each one that has a natural id under that id", () => {
    const wrong = estate.filter(
      ({ type, entry }) => (type.naturalId?.(entry.properties) ?? entry.id) !== entry.id,
    );
    assert.deepEqual(
      wrong.map(({ type }) => type.token),
      [],
    );
  });

  it("has tags or a natural id in every type, so that recovery can tell an orphan", () => {
    const lost = resourceTypes.filter(
      ({ token, naturalId }) =>
        !sdkSchema.resources[token]?.outputs.includes("tagsAll") && naturalId === undefined,
    );
    assert.deepEqual(
      lost.map(({ token }) => token),
      [],
    );
  });

  it("can be taken down in the reverse order, which nothing in use refuses", () => {
    for (const { type, entry } of [...estate].reverse()) aws.remove(type, entry);
  });
});
