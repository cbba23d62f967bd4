import assert from "node:assert/strict";
import { changedPaths } from "../../review/changedPaths";

describe("changedPaths", () => {
  it("names what was written, changed and taken away, and no value", () => {
    const before = { tags: { Name: "web" }, metadataOptions: { httpTokens: "optional" }, gone: 1, list: [1] };
    const after = { tags: { Name: "web" }, metadataOptions: { httpTokens: "required" }, list: [1, 2] };
    assert.deepEqual(changedPaths(before, after), ["gone", "list", "metadataOptions.httpTokens"]);
  });

  it("names the innermost property of a map that was not there", () => {
    assert.deepEqual(changedPaths({}, { metadataOptions: { httpTokens: "required" } }), [
      "metadataOptions.httpTokens",
    ]);
  });

  it("names nothing where nothing changed", () => {
    assert.deepEqual(changedPaths({ a: [1] }, { a: [1] }), []);
  });
});
