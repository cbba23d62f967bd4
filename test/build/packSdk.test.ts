import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { packSdk } from "../../build/packSdk";

// In a process of its own: loading the SDK twice would make this process's mocks look at the wrong copy.
function run(script: string) {
  return spawnSync(process.execPath, ["-e", script, packSdk()], { encoding: "utf8" });
}

describe("the policy SDK as packs load it", () => {
  it("has what serves a pack", () => {
    const { stdout, stderr } = run("console.log(typeof require(process.argv[1]).PolicyPack)");
    assert.deepEqual({ stdout, stderr }, { stdout: "function\n", stderr: "" });
  });

  it("loads no file but itself and Node's own, so that typescript and npm stay out of every start", () => {
    const { stdout } = run("require(process.argv[1]); console.log(Object.keys(require.cache).length)");
    assert.equal(stdout, "1\n");
  });
});
