import assert from "node:assert/strict";
import { Got } from "../../policies/got";

describe("what a finding shows of what was found", () => {
  for (const [value, text] of [
    [undefined, "no value"],
    [null, "no value"],
    [false, "false"],
    [0, "0"],
    ["optional", '"optional"'],
    ["", "a string of 0 characters"],
    ["hunter2", "a string of 7 characters"],
    [["hunter2"], "a list of 1"],
    [{ password: "hunter2" }, "an object"],
  ] as const) {
    it(`is ${text} for ${JSON.stringify(value)} where only "optional" may be quoted`, () => {
      assert.equal(String(Got.of(value, ["optional"])), text);
    });
  }

  it("quotes no string at all unless the rule names it", () => {
    assert.equal(String(Got.of("optional")), "a string of 8 characters");
  });
});
