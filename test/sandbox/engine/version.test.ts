import assert from "node:assert/strict";
import { isAtLeast, parseVersion } from "../../../sandbox/engine/version";

describe("the version of a Pulumi CLI", () => {
  it("is read with and without the v, a pre-release or a build", () => {
    assert.deepEqual(["v3.220.0\n", "3.220.0", "v3.221.0-alpha.1+ab12"].map(parseVersion), [
      "3.220.0",
      "3.220.0",
      "3.221.0",
    ]);
  });

  it("is undefined when a build without a version prints an empty line", () => {
    assert.deepEqual(["\n", "unknown", "3.220"].map(parseVersion), [undefined, undefined, undefined]);
  });

  it("is compared number by number, not as text", () => {
    const enough = ["3.200.0", "3.200.1", "3.1000.0", "4.0.0", "3.199.9", "3.99.0", "2.999.0"].map((v) =>
      isAtLeast(v, "3.200.0"),
    );
    assert.deepEqual(enough, [true, true, true, true, false, false, false]);
  });
});
