import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import * as z from "zod";
import { root as repository } from "../../../build/compile";

const Config = z.looseObject({ require: z.array(z.string()), spec: z.array(z.string()) });

describe("npm test", function () {
  this.timeout(30_000);
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "bakeline-mocha-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("has looked for the engine once before the first test begins", () => {
    const log = path.join(folder, "asked");
    executable("pulumi", `echo "$1" >> ${log}; echo v3.220.0`);
    executable("pulumi-language-nodejs", "");
    const config = Config.parse(JSON.parse(readFileSync(path.join(repository, ".mocharc.json"), "utf8")));
    const spec = file(
      "one.test.js",
      `it("one", () => require("node:fs").appendFileSync("${log}", "test\\n"))`,
    );
    const args = ["--config", file("mocharc.json", JSON.stringify({ ...config, spec: [spec] }))];

    const run = spawnSync(
      process.execPath,
      [path.join(repository, "node_modules/mocha/bin/mocha.js"), ...args],
      {
        cwd: repository,
        encoding: "utf8",
        env: { ...process.env, PATH: `${folder}:/usr/bin:/bin` },
      },
    );

    assert.equal(run.status, 0, run.stdout + run.stderr);
    assert.equal(readFileSync(log, "utf8"), "version\ntest\n");
  });

  function file(name: string, text: string, mode = 0o644): string {
    const target = path.join(folder, name);
    writeFileSync(target, text, { mode });
    return target;
  }

  function executable(name: string, script: string): void {
    file(name, `#!/bin/sh\n${script}\n`, 0o755);
  }
});
