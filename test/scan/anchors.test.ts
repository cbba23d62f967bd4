import assert from "node:assert/strict";
import { type Anchors, AnchorTable } from "../../scan/anchors/anchorTable";
import { bytesOf } from "../../scan/anchors/bytesOf";

/** Which searches a text is worth, by their numbers. */
function worth(text: string, ...searches: (Anchors | undefined)[]): number[] {
  const seen = new AnchorTable(searches).seenIn(bytesOf(text));
  return searches.flatMap((_, index) => ((seen & (1 << index)) === 0 ? [] : [index]));
}

describe("An anchor table", () => {
  it("finds an anchor at the beginning, in the middle and at the end, and no part of one", () => {
    for (const text of ["AKIA", "AKIA x", "x AKIA x", "x AKIA", "AAKIA"])
      assert.deepEqual(worth(text, { exact: ["AKIA"] }), [0], text);
    for (const text of ["", "AKI", "AKIB", "KIA", "akia", "AK IA"])
      assert.deepEqual(worth(text, { exact: ["AKIA"] }), [], text);
  });

  it("takes letters in either case only where it is told to", () => {
    assert.deepEqual(worth("DB_PassWord", { exact: ["password"] }, { anyCase: ["password"] }), [1]);
  });

  it("takes any digit for a number sign only where it is told to", () => {
    assert.deepEqual(worth("db:5432", { digits: [":##"] }, { exact: [":##"] }), [0]);
    assert.deepEqual(worth("db:5x", { digits: [":##"] }), []);
    assert.deepEqual(worth("$6$", { digits: ["$#$"] }), [0]);
  });

  it("finds an anchor of two characters whatever stands behind", () => {
    for (const text of ["db_pw=", "pwd", "PW-", "pwé"])
      assert.deepEqual(worth(text, { anyCase: ["pw"] }), [0], text);
  });

  it("tells searches apart, and names those that need none always", () => {
    assert.deepEqual(
      worth("eyJ ://", { exact: ["eyJ"] }, undefined, { exact: ["AKIA"] }, { exact: ["://"] }),
      [0, 1, 3],
    );
    assert.deepEqual(worth("", { exact: ["eyJ"] }, undefined), [1]);
  });

  it("is not misled by units beyond a byte", () => {
    // U+0141 has the low byte of an A.
    assert.deepEqual(worth("\u0141KIA", { exact: ["AKIA"] }), []);
    assert.deepEqual(worth("\u0141 AKIA \u4e16", { exact: ["AKIA"] }), [0]);
  });

  it("reads texts of any length", () => {
    const long = `${"x".repeat(1_200_000)}AKIA`;
    assert.deepEqual(worth(long, { exact: ["AKIA"] }), [0]);
    assert.deepEqual(worth("AKI", { exact: ["AKIA"] }), []);
  });
});
