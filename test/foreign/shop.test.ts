import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { packFolder } from "../../policies/packs";
import { userData } from "../../policies/user-data/pack";
import { openSandbox, type Sandbox } from "../../sandbox/sandbox";

describe("the user-data pack alone, under the real engine, on a program of somebody else", function () {
  this.timeout(5 * 60_000);
  let state: string;
  let sandbox: Sandbox;

  before(async () => {
    state = mkdtempSync(path.join(tmpdir(), "foreign-shop-"));
    sandbox = await openSandbox({ root: "test/foreign/shop", stateFolder: state });
    await sandbox.ensureStack("dev");
  });
  after(() => rmSync(state, { recursive: true, force: true }));

  it("finds just what is wrong with it, and quotes nothing", async () => {
    const args = ["preview", "--stack", "dev", "--non-interactive", "--color", "never"];
    const run = await sandbox.run([...args, "--policy-pack", path.resolve(packFolder(userData))], {
      stdout: "capture",
      stderr: "capture",
    });
    const said = [...run.stdout.matchAll(/\[mandatory\].*?([a-z0-9-]+) {2}\(\S+ ([\w-]+)\)/g)].map(
      ([, rule, name]) => `${name}: ${rule}`,
    );
    // Worked out by hand from index.ts.
    assert.deepEqual(said.sort(), [
      "agent: ec2-boot-content-no-secrets",
      "batch: ec2-user-data-acted-on-at-boot",
      "db-password: ec2-boot-content-no-secrets",
      "web: ec2-boot-content-imdsv2-calls",
      "web: ec2-boot-content-no-secrets",
      "worker: ec2-boot-content-no-logged-credentials",
      "worker: ec2-boot-content-no-secrets",
      "worker: ec2-boot-content-no-suppressions",
    ]);
    assert.notEqual(run.exitCode, 0);
    for (const secret of ["CopperMeadow", "8fK2mQ9x", "Q3EGRZ5T"])
      assert.ok(!run.stdout.includes(secret) && !run.stderr.includes(secret));
  });
});
