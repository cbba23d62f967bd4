import assert from "node:assert/strict";
import { readFaults } from "../../../sandbox/account/faults";

describe("BAKELINE_SANDBOX_KILL", () => {
  it("kills at the n-th such moment, once", () => {
    let kills = 0;
    const faults = readFaults("create:after-write:2", () => {
      kills += 1;
    });
    faults("create", "after-write");
    faults("create", "before-write");
    faults("delete", "after-write");
    assert.equal(kills, 0);
    faults("create", "after-write");
    faults("create", "after-write");
    assert.equal(kills, 1);
  });

  it("does nothing when it is not set", () => {
    readFaults(undefined, () => assert.fail("killed"))("create", "before-write");
    readFaults("", () => assert.fail("killed"))("create", "before-write");
  });

  for (const setting of [
    "create",
    "create:mid-write",
    "create:mid-write:0",
    "delete:mid-write:1",
    "read:after-write:1",
  ])
    it(`refuses ${setting}`, () => {
      assert.throws(() => readFaults(setting, () => {}), {
        message: `BAKELINE_SANDBOX_KILL: expected <create|update|delete>:<before-write|mid-write|after-write>:<n>, n from 1 and no mid-write of a delete; got "${setting}"`,
      });
    });
});
