import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { root as repository } from "../../build/compile";

describe("npm run sandbox", function () {
  this.timeout(30_000);

  it("says what it can do when it is asked for nothing", async () => {
    const { exitCode, stdout } = await cli();
    assert.equal(exitCode, 0);
    assert.match(stdout, /npm run sandbox -- recover --stack dev/);
  });

  it("refuses to change a setting and says where settings are", async () => {
    assert.deepEqual(await cli("config", "set", "bakeline:environment", "prod", "--stack", "dev"), {
      exitCode: 1,
      stdout: "",
      stderr:
        "pulumi config set bakeline:environment prod --stack dev: the engine works on a copy of the stack files, so a " +
        "setting changed by it would be lost; edit Pulumi.<stack>.yaml (editors complete it), every command reads it anew\n",
    });
  });

  for (const command of ["preview", "up", "refresh", "destroy", "recover"]) {
    it(`refuses ${command} of a stack without a stack file, and names those there are`, async () => {
      const { exitCode, stdout, stderr } = await cli(command, "--stack", "nowhere");
      assert.deepEqual([exitCode, stdout], [1, ""]);
      assert.match(stderr, /^Pulumi\.nowhere\.yaml: .*\(dev, prod\)\n$/s);
    });
  }

  it("needs to be told which stack to recover", async () => {
    assert.deepEqual(await cli("recover"), {
      exitCode: 1,
      stdout: "",
      stderr: "recover: expected --stack <name>, e.g. npm run sandbox -- recover --stack dev\n",
    });
  });

  it("hands back the engine's own exit code and output", async () => {
    const { exitCode, stderr } = await cli("about", "--no-such-flag");
    assert.equal(exitCode, 255);
    assert.match(stderr, /unknown flag: --no-such-flag/);
  });

  function cli(...args: string[]): Promise<{ exitCode: number; stdout: string; stderr: string }> {
    return new Promise((resolve) => {
      const all = ["build/run.js", "sandbox/cli.ts", ...args];
      execFile(process.execPath, all, { cwd: repository }, (error, stdout, stderr) => {
        resolve({ exitCode: typeof error?.code === "number" ? error.code : 0, stdout, stderr });
      });
    });
  }
});
