import assert from "node:assert/strict";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { findSandboxProcesses } from "../../sandbox/recovery/sandboxProcesses";
import { openSandbox } from "../../sandbox/sandbox";
import { createScratchProject, type ScratchProject } from "./scratchProject";

// Slow enough for each of its processes to be seen at work.
const program = `
const { Vpc } = require("@pulumi/aws/ec2/vpc");
new Vpc("v", { cidrBlock: "10.0.0.0/16" });
module.exports = new Promise((resolve) => setTimeout(resolve, 400));`;

const pack = `
const { PolicyPack } = require("@pulumi/policy");
new PolicyPack("nothing", { policies: [] });`;

describe("the sandbox's isolation", function () {
  this.timeout(60_000);
  let scratch: ScratchProject;
  let before: NodeJS.ProcessEnv;

  beforeEach(() => {
    before = { ...process.env };
    scratch = createScratchProject({
      program,
      stacks: { dev: { "aws:region": "eu-west-1" } },
      packs: { nothing: pack },
    });
  });
  afterEach(() => {
    process.env = before;
    scratch.remove();
  });

  it("keeps credentials of the caller from every process that the engine starts", async function () {
    if (!existsSync("/proc/self/environ")) this.skip();
    const planted = plantCredentials();
    const sandbox = await openSandbox({ root: scratch.folder });
    await sandbox.ensureStack("dev");

    const watch = watchProcesses(sandbox.folders.ledger);
    const args = [
      "preview",
      "--stack",
      "dev",
      "--policy-pack",
      path.join(scratch.folder, "packs", "nothing"),
    ];
    const run = await sandbox.run([...args, "--non-interactive"], { stdout: "capture", stderr: "capture" });
    const seen = await watch.stop();

    assert.equal(run.exitCode, 0, run.stdout + run.stderr);
    // That they were all seen is what makes the second half of this test mean something.
    assert.deepEqual([...seen.keys()].sort(), ["analyzer", "engine", "language host", "plugin", "program"]);
    for (const [kind, environment] of seen) {
      assert.deepEqual(
        environment.filter((variable) => /AWS_|PULUMI_ACCESS_TOKEN/.test(variable)),
        [],
        kind,
      );
      assert.deepEqual(
        environment.filter((variable) => planted.some((value) => variable.includes(value))),
        [],
        kind,
      );
    }
  });

  it("leaves the caller's home, Pulumi home and backend as they are", async () => {
    const home = path.join(scratch.folder, "users-home");
    for (const folder of [".aws", ".pulumi", "backend"])
      mkdirSync(path.join(home, folder), { recursive: true });
    writeFileSync(path.join(home, ".aws", "credentials"), "[default]\n");
    process.env.HOME = home;
    process.env.PULUMI_HOME = path.join(home, ".pulumi");
    process.env.PULUMI_BACKEND_URL = `file://${path.join(home, "backend")}`;

    const sandbox = await openSandbox({ root: scratch.folder });
    await sandbox.ensureStack("dev");
    const run = await sandbox.run(["preview", "--stack", "dev", "--non-interactive"], {
      stdout: "capture",
      stderr: "capture",
    });

    assert.equal(run.exitCode, 0, run.stdout + run.stderr);
    assert.deepEqual(readdirSync(home, { recursive: true }).map(String).sort(), [
      ".aws",
      ".aws/credentials",
      ".pulumi",
      "backend",
    ]);
  });

  it("leaves the user's stack files as they are, and no lock or salt beside them", async () => {
    const file = path.join(scratch.folder, "Pulumi.dev.yaml");
    const text = readFileSync(file, "utf8");
    const names = readdirSync(scratch.folder);
    const sandbox = await openSandbox({ root: scratch.folder });
    await sandbox.ensureStack("dev");
    assert.equal(readFileSync(file, "utf8"), text);
    assert.deepEqual(readdirSync(scratch.folder), [...names, ".sandbox"].sort());
  });

  /** Put together at run time: no scanner should take this file for one with credentials in it. */
  function plantCredentials(): readonly string[] {
    const value = (name: string) => ["planted", name.toLowerCase(), process.pid].join("-");
    const names = [
      "ACCESS_KEY_ID",
      "SECRET_ACCESS_KEY",
      "SESSION_TOKEN",
      "PROFILE",
      "REGION",
      "CONFIG_FILE",
    ].map((n) => `AWS_${n}`);
    for (const name of [...names, "PULUMI_ACCESS_TOKEN", "NODE_OPTIONS_TOKEN", "GITHUB_TOKEN"])
      process.env[name] = value(name);
    return [...names, "PULUMI_ACCESS_TOKEN", "NODE_OPTIONS_TOKEN", "GITHUB_TOKEN"].map(value);
  }

  /** Reads again and again what processes the engine has, and the environment of each kind. */
  function watchProcesses(ledger: string): { stop(): Promise<ReadonlyMap<string, readonly string[]>> } {
    const seen = new Map<string, readonly string[]>();
    let stopped = false;
    const watching = (async () => {
      while (!stopped) {
        for (const { pid } of findSandboxProcesses(ledger)) {
          try {
            const environment = readFileSync(`/proc/${pid}/environ`, "utf8").split("\0");
            const kind = kindOf(readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0"));
            if (kind !== undefined) seen.set(kind, [...(seen.get(kind) ?? []), ...environment]);
          } catch {
            // It ended between the two looks.
          }
        }
        await sleep(20);
      }
    })();
    return {
      stop: async () => {
        stopped = true;
        await watching;
        return seen;
      },
    };
  }

  function kindOf(command: readonly string[]): string | undefined {
    const [executable = "", ...args] = command;
    if (path.basename(executable) === "pulumi") return "engine";
    if (path.basename(executable).startsWith("pulumi-language-nodejs")) return "language host";
    if (args.some((arg) => arg.endsWith("sandbox-account-plugin.js"))) return "plugin";
    if (args.some((arg) => arg.includes("cmd/run"))) return "program";
    return args[0] === "." ? "analyzer" : undefined;
  }
});
