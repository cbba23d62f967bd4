import assert from "node:assert/strict";
import { withFilledIn } from "../../../../sandbox/account/provider/filledIn";
import { UNKNOWN } from "../../../../sandbox/account/unknown";

describe("What AWS filled in", () => {
  it("stays beside the new input at any depth, and what the program took away is gone", () => {
    assert.deepEqual(
      withFilledIn(
        { id: "vol-1", size: 8, type: "gp3", inner: { a: 1, b: 2 } },
        { size: 8, type: "gp3", inner: { a: 1 } },
        { size: 9, inner: { a: 3 } },
      ),
      { id: "vol-1", size: 9, inner: { a: 3, b: 2 } },
    );
  });

  it("follows a list's item to another place, and stays in place where the item itself changed", () => {
    const present = [
      { device: "a", id: "vol-a" },
      { device: "b", id: "vol-b" },
    ];
    const olds = [{ device: "a" }, { device: "b" }];
    const filled = (news: readonly { device: string; size?: number }[]) => withFilledIn(present, olds, news);
    assert.deepEqual(filled([{ device: "b" }, { device: "a" }]), [present[1], present[0]]);
    assert.deepEqual(filled([{ device: "a" }, { device: "b", size: 9 }]), [
      present[0],
      { device: "b", size: 9, id: "vol-b" },
    ]);
    assert.deepEqual(filled([{ device: "b" }, { device: "c" }]), [present[1], { device: "c" }]);
  });

  it("is left out of a list that is no longer as it was given, and of a value that is not known yet", () => {
    assert.deepEqual(withFilledIn([{ id: "vol-a" }], [], [{ device: "a" }]), [{ device: "a" }]);
    assert.equal(withFilledIn({ id: "vol-1" }, {}, UNKNOWN), UNKNOWN);
  });
});
