import assert from "node:assert/strict";
import { diff } from "../../../../sandbox/account/provider/diff";
import type { ResourceType } from "../../../../sandbox/account/resourceType";
import { UNKNOWN } from "../../../../sandbox/account/unknown";
import type { Properties } from "../../../../sandbox/account/values";

const type: ResourceType = {
  token: "aws:test/thing:Thing",
  source: "internal/service/test/thing.go",
  replaceOn: ["zone", "root.encrypted"],
  computed: ["version", "dnsName"],
  create: () => ({ id: "thing", outputs: {} }),
};
const declaration = { inputs: { name: "string" }, outputs: [] } as const;

function changesOf(
  olds: Properties,
  news: Properties,
  changed: Partial<ResourceType> = {},
): readonly string[] {
  return diff({ ...type, ...changed }, declaration, "web", olds, news).changes.map(
    ({ path, kind, replaces }) => `${kind}${replaces ? "-replace" : ""} ${path}`,
  );
}

describe("A diff", () => {
  it("is empty for equal inputs, and for an empty block against none", () => {
    assert.deepEqual(changesOf({ a: [{ b: 1 }] }, { a: [{ b: 1 }] }), []);
    assert.deepEqual(changesOf({ tags: {}, list: [] }, {}), []);
  });

  it("names every path that changes, by what happens there", () => {
    assert.deepEqual(
      changesOf(
        { tags: { a: "1", "b:c": "2" }, rules: [{ port: 80 }, { port: 81 }], gone: "x" },
        { tags: { a: "2", d: "3" }, rules: [{ port: 80 }, { port: 82 }, { port: 83 }] },
      ),
      [
        "update tags.a",
        'delete tags["b:c"]',
        "add tags.d",
        "update rules[1].port",
        "add rules[2]",
        "delete gone",
      ],
    );
  });

  it("replaces on the paths that the provider marks ForceNew, at, above and below the change", () => {
    assert.deepEqual(changesOf({ zone: "a" }, { zone: "b" }), ["update-replace zone"]);
    assert.deepEqual(changesOf({ root: { encrypted: false } }, { root: { encrypted: true } }), [
      "update-replace root.encrypted",
    ]);
    assert.deepEqual(changesOf({}, { root: { encrypted: true } }), ["add-replace root"]);
    assert.deepEqual(changesOf({}, { root: { size: 8 } }), ["add root"]);
    assert.deepEqual(changesOf({ root: { size: 8 } }, { root: { size: 9 } }), ["update root.size"]);
  });

  it("replaces when the region changes, whatever the type", () => {
    assert.deepEqual(changesOf({ region: "eu-west-1" }, { region: "eu-west-2" }), ["update-replace region"]);
  });

  it("takes a value that is not known yet for a changed one, and so for a replacement where that replaces", () => {
    assert.deepEqual(changesOf({ zone: "a", size: 1 }, { zone: UNKNOWN, size: UNKNOWN }), [
      "update-replace zone",
      "update size",
    ]);
    assert.deepEqual(changesOf({ root: { size: 8 } }, { root: UNKNOWN }), ["update-replace root"]);
  });

  it("leaves to AWS what the program no longer says and AWS computes", () => {
    assert.deepEqual(changesOf({ dnsName: "x", size: 1 }, {}), ["delete size"]);
  });

  it("sees no change in another order of a list that is a set to AWS, and of one inside it", () => {
    const unordered = { unordered: ["subnets", "rules", "rules.groups"] };
    assert.deepEqual(changesOf({ subnets: ["a", "b"] }, { subnets: ["b", "a"] }, unordered), []);
    assert.deepEqual(
      changesOf(
        { rules: [{ port: 80, groups: ["a", "b"] }, { port: 81 }] },
        { rules: [{ port: 81 }, { port: 80, groups: ["b", "a"] }] },
        unordered,
      ),
      [],
    );
    assert.deepEqual(changesOf({ steps: ["a", "b"] }, { steps: ["b", "a"] }, unordered), [
      "update steps[0]",
      "update steps[1]",
    ]);
  });

  it("names of a set what it gains and loses, each where it stands, and counts what it has twice", () => {
    const unordered = { unordered: ["subnets"] };
    const set = (olds: readonly string[], news: readonly string[]) =>
      changesOf({ subnets: olds }, { subnets: news }, unordered);
    assert.deepEqual(set(["a", "b"], ["b", "c"]), ["delete subnets[0]", "add subnets[1]"]);
    assert.deepEqual(set(["a", "b"], ["c", "b"]), ["update subnets[0]"]);
    assert.deepEqual(set(["a", "a"], ["a"]), ["delete subnets[1]"]);
    assert.deepEqual(set(["a", "b"], ["b", UNKNOWN]), ["delete subnets[0]", "add subnets[1]"]);
  });

  it("asks to delete first where AWS has room for one only, or the program chose the name itself", () => {
    const news = { zone: "b" };
    const first = (changed: Partial<ResourceType>, name: string) =>
      diff({ ...type, ...changed }, declaration, "web", { zone: "a", name }, { ...news, name })
        .deleteBeforeReplace;
    assert.equal(first({}, "web-0a1b2c3"), false);
    assert.equal(first({}, "my-name"), true);
    assert.equal(first({ autoName: "none" }, "my-name"), false);
    assert.equal(first({ deleteBeforeReplace: true }, "web-0a1b2c3"), true);
    // A new name beside the old one is free.
    const renamed = diff(type, declaration, "web", { zone: "a", name: "old" }, { zone: "b", name: "new" });
    assert.equal(renamed.deleteBeforeReplace, false);
  });
});
