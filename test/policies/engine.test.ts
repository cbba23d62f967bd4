import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { bakeline } from "../../policies/bakeline/pack";
import { type PackLevel, packFolder, packs, renderPackConfig } from "../../policies/packs";
import { openSandbox, type Sandbox } from "../../sandbox/sandbox";
import { brokenStack } from "./brokenStack";
import { faulty } from "./faultyPack/pack";

describe("the policy packs under the real engine, on a stack that breaks everything", function () {
  this.timeout(10 * 60_000);
  let state: string;
  let sandbox: Sandbox;

  before(async () => {
    state = mkdtempSync(path.join(tmpdir(), "broken-stack-"));
    sandbox = await openSandbox({ root: "test/policies/brokenProgram", stateFolder: state });
    await sandbox.ensureStack("dev");
  });
  after(() => rmSync(state, { recursive: true, force: true }));

  async function preview(level: PackLevel, folder = packFolder(bakeline), served = packs) {
    const packConfig = path.join(state, "pack-config.json");
    const levels = Object.fromEntries(served.map(({ name }) => [name, level]));
    writeFileSync(packConfig, renderPackConfig(served, levels));
    const packArgs = ["--policy-pack", path.resolve(folder), "--policy-pack-config", packConfig];
    const args = ["preview", "--stack", "dev", "--non-interactive", "--color", "never", ...packArgs];
    const run = await sandbox.run(args, { stdout: "capture", stderr: "capture" });
    const lines = run.stdout.matchAll(/\[(\w+)\] \[severity: \w+\] {2}([\w-]+) {2}\(\S+ ([\w-]+)\)/g);
    return {
      exitCode: run.exitCode,
      said: [...lines].map(([, lvl, rule, name]) => `${lvl} ${name}: ${rule}`).sort(),
    };
  }

  function everyRuleAt(level: string): string[] {
    return brokenStack
      .flatMap(({ name, violates }) => violates.map((rule) => `${level} ${name}: ${rule}`))
      .sort();
  }

  it("fail the preview, and each rule is heard", async () => {
    const { exitCode, said } = await preview("mandatory");
    assert.deepEqual(said, everyRuleAt("mandatory"));
    assert.notEqual(exitCode, 0);
  });

  it("are heard just so, but fail nothing, where the stack made them advisory", async () => {
    const { exitCode, said } = await preview("advisory");
    assert.deepEqual(said, everyRuleAt("advisory"));
    assert.equal(exitCode, 0);
  });

  it("fail the preview by a rule that throws, also where the stack made the pack advisory", async () => {
    const { exitCode, said } = await preview("advisory", "test/policies/faultyPack", [faulty]);
    assert.deepEqual(said, ["mandatory open-volume: ebs-volume-throws"]);
    assert.notEqual(exitCode, 0);
  });
});
