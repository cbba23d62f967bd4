import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { root as repository } from "../../../build/compile";
import type { EngineCli } from "../../../sandbox/engine/engineCli";
import { runEngine } from "../../../sandbox/engine/runEngine";

describe("running the engine", () => {
  const shell: EngineCli = { executable: "/bin/sh", version: "3.220.0", source: "PATH" };
  const captured = { stdout: "capture", stderr: "capture" } as const;
  const run = (script: string, env: Record<string, string> = {}) =>
    runEngine(shell, ["-c", script], { cwd: "/", env, output: captured });

  it("hands back both streams and the exit code", async () => {
    assert.deepEqual(await run("echo out; echo err >&2; exit 3"), {
      exitCode: 3,
      stdout: "out\n",
      stderr: "err\n",
    });
  });

  it("gives it the environment named and no other", async () => {
    const { stdout } = await run("env | grep -v -e ^PWD -e ^_ -e ^SHLVL -e ^OLDPWD", { ONLY: "this" });
    assert.equal(stdout, "ONLY=this\n");
  });

  it("reports an end by a signal as a shell does", async () => {
    assert.equal((await run("kill -9 $$")).exitCode, 137);
  });

  for (const [signal, exitCode] of [
    ["SIGINT", 42],
    ["SIGTERM", 43],
    // The engine knows no SIGHUP: it is asked to end in good order instead.
    ["SIGHUP", 43],
  ] as const) {
    it(`passes ${signal} on once, however often it comes, and reports how the engine ended`, async () => {
      const running = run(
        "n=0; trap 'n=$((n+1)); c=42' INT; trap 'n=$((n+1)); c=43' TERM; trap 'n=$((n+1)); c=44' HUP; echo ready; " +
          "for i in 1 2 3 4 5 6 7 8; do sleep 0.1; done; echo $n; exit $c",
      );
      // With time for the shell to count between them: signals that arrive together are counted as one.
      for (let i = 0; i < 3; i++) {
        await sleep(150);
        process.emit(signal, signal);
      }
      assert.deepEqual(await running, { exitCode, stdout: "ready\n1\n", stderr: "" });
    });
  }

  it("leaves no engine behind when our own process ends first", async () => {
    const script = `
      const { runEngine } = require("./sandbox/engine/runEngine");
      const output = { stdout: "inherit", stderr: "inherit" };
      runEngine(${JSON.stringify(shell)}, ["-c", "echo at work; sleep 12 & wait"], { cwd: "/", env: {}, output });
      setTimeout(() => process.exit(7), 300);`;
    const args = ["--require", "ts-node/register/transpile-only", "--eval", script];
    // Returns when the last process that holds our end of stdout is gone, or fails at the time limit. Asking for the
    // group itself would find what has ended and waits for its parent, too.
    const ours = spawnSync(process.execPath, args, { cwd: repository, encoding: "utf8", timeout: 8_000 });
    assert.deepEqual([ours.error, ours.status, ours.stdout, ours.stderr], [undefined, 7, "at work\n", ""]);
  }).timeout(20_000);

  it("fails with the reason when the executable is gone", async () => {
    const gone: EngineCli = { ...shell, executable: "/nowhere/pulumi" };
    await assert.rejects(runEngine(gone, [], { cwd: "/", env: {}, output: captured }), { code: "ENOENT" });
  });
});
