import assert from "node:assert/strict";
import fc from "fast-check";
import { contentVersion } from "../../../infra/images/contentVersion";

const parts = fc.array(fc.string(), { minLength: 1, maxLength: 4 });

describe("contentVersion", () => {
  it("is a version that Image Builder takes, three numbers below 2^30, and below every revision's", () => {
    fc.assert(
      fc.property(parts, (content) => {
        const numbers = contentVersion(...content)
          .split(".")
          .map(Number);
        assert.equal(numbers.length, 3);
        assert.equal(numbers[0], 0);
        assert.ok(numbers.every((number) => Number.isInteger(number) && number >= 0 && number < 2 ** 30));
      }),
    );
  });

  it("is another exactly when the content is another, however it is cut into parts", () => {
    fc.assert(
      fc.property(parts, parts, (one, other) => {
        const same = JSON.stringify(one) === JSON.stringify(other);
        assert.equal(contentVersion(...one) === contentVersion(...other), same);
      }),
    );
    assert.notEqual(contentVersion("ab", "c"), contentVersion("a", "bc"));
  });
});
