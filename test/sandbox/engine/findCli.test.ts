import assert from "node:assert/strict";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { buildEngine } from "../../../sandbox/engine/buildEngine";
import { findCli } from "../../../sandbox/engine/findCli";
import { findOnPath } from "../../../sandbox/engine/pathCli";
import { pinnedEngineVersion } from "../../../sandbox/engine/pinnedModules";

describe("the Pulumi CLI of the sandbox", () => {
  let folder: string;
  let bin: string;
  let engineFolder: string;
  const notInstalled = async () => ({ reason: "the official installer was not asked in this test" });

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "bakeline-cli-"));
    bin = path.join(folder, "bin");
    engineFolder = path.join(folder, "engine");
    mkdirSync(bin);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("is the one on PATH when that is new enough", async () => {
    program("pulumi", "echo v3.200.0");
    program("pulumi-language-nodejs", "");
    assert.deepEqual(await findCli(engineFolder, caller(), notInstalled), {
      executable: path.join(bin, "pulumi"),
      version: "3.200.0",
      source: "PATH",
    });
  });

  it("is not one that is too old, and the version found is named", async () => {
    program("pulumi", "echo v3.199.4");
    assert.deepEqual(await findOnPath(caller()), {
      reason: `${path.join(bin, "pulumi")} (on PATH) is version 3.199.4; 3.200.0 or newer is needed`,
    });
  });

  it("is not one without its Node language host beside it", async () => {
    program("pulumi", "echo v3.220.0");
    assert.deepEqual(await findOnPath(caller()), {
      reason: `${path.join(bin, "pulumi")} (on PATH) has no pulumi-language-nodejs beside it, as a full installation has`,
    });
  });

  it("is not one that does not say its version", async () => {
    program("pulumi", "echo");
    assert.deepEqual(await findOnPath(caller()), {
      reason: `${path.join(bin, "pulumi")} (on PATH) did not say which version it is`,
    });
  });

  it("is the installer's when there is none on PATH, and is remembered", async () => {
    const executable = path.join(bin, "installed");
    program("installed", "echo");
    const installed = { executable, version: "3.270.0", source: "installer" as const };
    assert.deepEqual(await findCli(engineFolder, caller(), async () => installed), installed);
    assert.deepEqual(await findCli(engineFolder, caller(), notInstalled), installed);
  });

  it("is installed once for all who ask at the same time", async () => {
    program("installed", "echo");
    const installed = {
      executable: path.join(bin, "installed"),
      version: "3.270.0",
      source: "installer" as const,
    };
    let installations = 0;
    const install = async () => {
      installations++;
      await sleep(200);
      return installed;
    };
    const clis = await Promise.all([1, 2, 3].map(() => findCli(engineFolder, caller(), install)));
    assert.deepEqual(clis, [installed, installed, installed]);
    assert.equal(installations, 1);
  }).timeout(20_000);

  it("is built when nothing else works, once for all who ask at the same time", async () => {
    fakeGo('echo built > "$4"; sleep 0.2');
    const clis = await Promise.all([1, 2, 3].map(() => findCli(engineFolder, caller(), notInstalled)));
    assert.equal(new Set(clis.map(({ executable }) => executable)).size, 1);
    assert.deepEqual(clis[0]?.version, pinnedEngineVersion());
    assert.deepEqual(goRuns(), ["pulumi", "pulumi-language-nodejs"]);
    assert.deepEqual(readdirSync(path.dirname(clis[0]?.executable ?? "")).sort(), [
      "pulumi",
      "pulumi-analyzer-policy",
      "pulumi-language-nodejs",
      "pulumi-resource-pulumi-nodejs",
    ]);
  }).timeout(20_000);

  it("leaves nothing half-built behind when the build fails, and says what to install", async () => {
    fakeGo("echo module lookup disabled >&2; exit 1");
    await assert.rejects(buildEngine(engineFolder, caller()), {
      message:
        "go build of pulumi failed:\n  module lookup disabled\n; install Pulumi 3.200 or newer " +
        "(https://www.pulumi.com/docs/install/), or Go 1.25 or newer (https://go.dev/dl/) with a module proxy in reach, " +
        "and run the command again",
    });
    assert.deepEqual(readdirSync(engineFolder), []);
  });

  it("needs Go to be built, and says so when there is none", async () => {
    await assert.rejects(
      buildEngine(engineFolder, { PATH: bin }),
      /^Error: go does not run here; install Pulumi 3\.200 or newer/,
    );
  });

  it("removes what a killed build left", async () => {
    mkdirSync(path.join(engineFolder, "building-abc"), { recursive: true });
    fakeGo('echo built > "$4"');
    await buildEngine(engineFolder, caller());
    assert.equal(readdirSync(engineFolder).filter((name) => name.startsWith("building-")).length, 0);
  });

  /** A shell script in the place of a program. */
  function program(name: string, script: string): void {
    writeFileSync(path.join(bin, name), `#!/bin/sh\n${script}\n`);
    chmodSync(path.join(bin, name), 0o755);
  }

  /** `go build -ldflags X -o FILE package`: the script sees FILE as $4. */
  function fakeGo(build: string): void {
    program("go", `[ "$1" = version ] && exit 0\nshift\nbasename "$4" >> ${folder}/go-runs\n${build}`);
  }

  function goRuns(): string[] {
    return readFileSync(path.join(folder, "go-runs"), "utf8").trim().split("\n");
  }

  function caller(): NodeJS.ProcessEnv {
    return { PATH: `${bin}:/usr/bin:/bin` };
  }
});
