import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { endLeftovers } from "../../../sandbox/recovery/endLeftovers";
import { findSandboxProcesses } from "../../../sandbox/recovery/sandboxProcesses";

describe("what a killed engine leaves running", () => {
  let folder: string;
  let child: ChildProcess | undefined;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "bakeline-leftovers-"));
  });
  afterEach(() => {
    child?.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  });

  it("is found by the ledger it works on", async () => {
    child = await start(process.execPath, ["-e", "setTimeout(() => {}, 60000)"], folder);
    assert.deepEqual(findSandboxProcesses(folder), [{ pid: child.pid, isEngine: false }]);
    assert.deepEqual(findSandboxProcesses(path.dirname(folder)), []);
  });

  it("is waited for while it ends by itself", async () => {
    child = await start(process.execPath, ["-e", "setTimeout(() => {}, 300)"], folder);
    assert.equal(await endLeftovers(folder), 0);
  });

  it("is ended when it does not", async () => {
    child = await start(process.execPath, ["-e", "setTimeout(() => {}, 60000)"], folder);
    assert.equal(await endLeftovers(folder, 200), 1);
    assert.deepEqual(await signalOf(child), "SIGKILL");
  });

  it("is left alone while an engine is at work, whose pid is named", async () => {
    const pulumi = path.join(folder, "pulumi");
    copyFileSync("/bin/sleep", pulumi);
    child = await start(pulumi, ["60"], folder);
    await assert.rejects(endLeftovers(folder, 200), {
      message: `an engine is at work on this sandbox (pid ${child.pid}); wait until it ends, or stop it, then recover`,
    });
  });

  async function start(command: string, args: string[], ledger: string): Promise<ChildProcess> {
    const started = spawn(command, args, { env: { BAKELINE_LEDGER: ledger }, stdio: "ignore" });
    await new Promise((resolve) => started.once("spawn", resolve));
    return started;
  }

  function signalOf(ended: ChildProcess): Promise<NodeJS.Signals | null> {
    if (ended.signalCode !== null) return Promise.resolve(ended.signalCode);
    return new Promise((resolve) => ended.once("exit", (_code, signal) => resolve(signal)));
  }
});
