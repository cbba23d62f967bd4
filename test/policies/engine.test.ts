import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { bakeline } from "../../policies/bakeline/pack";
import { packFolder, packs } from "../../policies/packs";
import { openSandbox, type Sandbox } from "../../sandbox/sandbox";
import { knownToAccount } from "./brokenStack/knownToAccount";

type Level = "advisory" | "mandatory" | "remediate";

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

  /** @param config of the stack, as its file has it */
  async function preview(config: Readonly<Record<string, unknown>>, folder = packFolder(bakeline)) {
    const settings = Object.entries(config).flatMap(([key, value]) => [
      "--config",
      `${key}=${typeof value === "string" ? value : JSON.stringify(value)}`,
    ]);
    const args = ["preview", "--stack", "dev", "--non-interactive", "--color", "never"];
    const run = await sandbox.run([...args, ...settings, "--policy-pack", path.resolve(folder)], {
      stdout: "capture",
      stderr: "capture",
    });
    const lines = run.stdout.matchAll(/\[(\w+)\] (?:\[severity: \w+\] )? ?([\w-]+) {2}\(\S+ ([\w-]+)\)/g);
    return {
      exitCode: run.exitCode,
      stdout: run.stdout,
      // Once each: the account fills in defaults, in which a rule may find one thing more.
      said: [...new Set([...lines].map(([, level, rule, name]) => `${level} ${name}: ${rule}`))].sort(),
    };
  }

  function everyRuleAt(level: string): string[] {
    const all = knownToAccount.flatMap(({ name, violates }) =>
      violates.map((rule) => `${level} ${name}: ${rule}`),
    );
    return [...new Set(all)].sort();
  }

  function allAt(level: Level) {
    return Object.fromEntries(packs.map(({ name }) => [name, level]));
  }

  it("fail the preview, and each rule is heard", async () => {
    const { exitCode, said } = await preview({ "bakeline:environment": "prod" });
    assert.deepEqual(said, everyRuleAt("mandatory"));
    assert.notEqual(exitCode, 0);
  });

  it("are heard just so, but fail nothing, where the stack made them advisory", async () => {
    const { exitCode, said } = await preview({
      "bakeline:environment": "prod",
      "bakeline:policies": allAt("advisory"),
    });
    assert.deepEqual(said, everyRuleAt("advisory"));
    assert.equal(exitCode, 0);
  });

  it("take the level of a single rule before that of its pack", async () => {
    const rule = "ebs-volume-encrypted";
    const { exitCode, said } = await preview({
      "bakeline:environment": "prod",
      "bakeline:policies": { ...allAt("advisory"), rules: { [rule]: "mandatory" } },
    });
    assert.deepEqual(
      said.filter((line) => line.startsWith("mandatory")),
      everyRuleAt("mandatory").filter((line) => line.endsWith(`: ${rule}`)),
    );
    assert.notEqual(exitCode, 0);
  });

  it("list what the stack file exempts, and refuse an exemption that nothing needs", async () => {
    const exemption = { reason: "It is an example.", owner: "team-a", expires: inDays(30) };
    const { said, stdout } = await preview({
      "bakeline:environment": "prod",
      "bakeline:policies": allAt("advisory"),
      "bakeline:exemptions": [
        { rule: "encryption/ebs-volume-encrypted", resource: "open-volume", ...exemption },
        { rule: "encryption/ebs-volume-encrypted", resource: "no-such-volume", ...exemption },
      ],
    });
    assert.match(stdout, /exempted: encrypted: expected true, got no value\. team-a answers for it until/);
    assert.ok(
      said.some((line) => /^mandatory .*: encryption-end-of-stack$/.test(line)),
      said.join("\n"),
    );
    assert.match(stdout, /bakeline:exemptions\[1\]: it is not used: encryption\/ebs-volume-encrypted has/);
  });

  it("repair what has one safe repair, where the stack asks for it, and say so", async () => {
    const { stdout, said } = await preview({
      "bakeline:environment": "prod",
      "bakeline:policies": { ...allAt("advisory"), imds: "remediate" },
    });
    assert.match(stdout, /\[remediate\] {2}ec2-launch-template-requires-imdsv2/);
    assert.ok(!said.some((line) => line.endsWith("open-template: ec2-launch-template-requires-imdsv2")));
  });

  it("fail the preview by a rule that throws, also where the stack made the pack advisory", async () => {
    const { exitCode, said } = await preview(
      { "bakeline:policies": { rules: { "ebs-volume-throws": "advisory" } } },
      "test/policies/faultyPack",
    );
    assert.deepEqual(said, ["mandatory open-volume: ebs-volume-throws"]);
    assert.notEqual(exitCode, 0);
  });
});

function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
