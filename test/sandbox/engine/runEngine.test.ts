import assert from "node:assert/strict";
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
  ] as const) {
    it(`passes ${signal} on once, however often it comes, and reports how the engine ended`, async () => {
      const running = run(
        "n=0; trap 'n=$((n+1)); c=42' INT; trap 'n=$((n+1)); c=43' TERM; echo ready; for i in 1 2 3 4 5 6; do sleep 0.1; done; echo $n; exit $c",
      );
      await new Promise((resolve) => setTimeout(resolve, 150));
      for (let i = 0; i < 3; i++) process.emit(signal, signal);
      assert.deepEqual(await running, { exitCode, stdout: "ready\n1\n", stderr: "" });
    });
  }

  it("fails with the reason when the executable is gone", async () => {
    const gone: EngineCli = { ...shell, executable: "/nowhere/pulumi" };
    await assert.rejects(runEngine(gone, [], { cwd: "/", env: {}, output: captured }), { code: "ENOENT" });
  });
});
