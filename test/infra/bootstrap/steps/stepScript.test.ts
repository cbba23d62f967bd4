import assert from "node:assert/strict";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import fc from "fast-check";
import { operatingSystems } from "../../../../infra/bakeline/operatingSystem";
import type { Step } from "../../../../infra/bakeline/step";
import { baseScript } from "../../../../infra/bootstrap/baseScript";
import { renderSteps } from "../../../../infra/bootstrap/steps/stepScript";
import { awkwardText, legalSteps } from "../../bakeline/anyStep";
import { bash, checkScripts, hasShellcheck } from "../program";

const anyOperatingSystem = fc.constantFrom(...operatingSystems);

describe("step scripts", () => {
  it("and the base script are clean by bash -n and shellcheck, for any workload", function () {
    if (!hasShellcheck()) this.skip();
    this.timeout(60_000);
    const samples = fc.sample(fc.tuple(legalSteps, anyOperatingSystem), { seed: 4, numRuns: 40 });
    const scripts = samples.flatMap(([steps, system]) =>
      renderSteps(steps, system).flatMap(({ script, check }) => [script, check]),
    );
    assert.ok(scripts.length > 100);
    checkScripts([baseScript, ...scripts]);
  });

  it("have names of their own that sort as the steps do", () => {
    fc.assert(
      fc.property(legalSteps, anyOperatingSystem, (steps, system) => {
        const names = renderSteps(steps, system).map(({ name }) => name);
        assert.deepEqual(names.toSorted(), names);
        assert.equal(new Set(names).size, steps.length);
        for (const name of names) assert.match(name, /^[A-Za-z0-9.-]+$/);
      }),
    );
  });

  it("are the same for the same steps", () => {
    fc.assert(
      fc.property(legalSteps, anyOperatingSystem, (steps, system) =>
        assert.deepEqual(renderSteps(structuredClone(steps), system), renderSteps(steps, system)),
      ),
    );
  });

  it("install packages as the operating system does", () => {
    const script = (system: (typeof operatingSystems)[number]) =>
      renderSteps([{ kind: "packages", names: ["nginx", "git"] }], system)[0]?.script;
    assert.equal(script("amazon-linux-2023"), "install_packages_dnf nginx git\n");
    assert.equal(script("ubuntu"), "install_packages_apt nginx git\n");
    assert.equal(script("debian"), "install_packages_apt nginx git\n");
  });
});

describe("the base script, running a step", () => {
  const owner = os.userInfo().username;
  let folder: string;
  let library: string;

  before(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), "bakeline-steps-"));
    library = path.join(folder, "bakeline");
    fs.writeFileSync(library, baseScript);
  });

  after(() => fs.rmSync(folder, { recursive: true, force: true }));

  const run = (step: Step, facts: Readonly<Record<string, string>> = {}) => {
    const [rendered] = renderSteps([step], "debian");
    assert.ok(rendered);
    const prefix = `set -Eeuo pipefail\n. "$1"\n`;
    const env = { PATH: process.env.PATH, ...facts };
    bash(`${prefix}${rendered.script}`, [library], env);
    // Again: a step that was done changes nothing, and its check says so.
    bash(`${prefix}${rendered.script}${rendered.check}`, [library], env);
  };

  const facts = {
    BAKELINE_INSTANCE_ID: "i-0123",
    BAKELINE_AVAILABILITY_ZONE: "eu-west-1a",
    BAKELINE_REGION: "eu-west-1",
    BAKELINE_PRIVATE_IP: "10.0.0.1",
    BAKELINE_ROLE: "web",
    BAKELINE_ENVIRONMENT: "dev",
  };

  it("writes a file with exactly its text, owner and mode, and its check passes", () => {
    const file = path.join(folder, "literal");
    fc.assert(
      fc.property(awkwardText, fc.constantFrom("0400", "0644", "0755"), (text, mode) => {
        run({ kind: "file", path: file, content: { kind: "literal", text }, owner, mode });
        assert.equal(fs.readFileSync(file, "utf8"), text);
        assert.equal((fs.statSync(file).mode & 0o7777).toString(8).padStart(4, "0"), mode);
      }),
      { numRuns: 10 },
    );
  });

  it("fails the check of a file that somebody changed", () => {
    const file = path.join(folder, "changed");
    const step: Step = { kind: "file", path: file, content: { kind: "literal", text: "a\n" }, owner };
    run(step);
    fs.appendFileSync(file, "b\n");
    const [rendered] = renderSteps([step], "debian");
    assert.throws(() => bash(`set -Eeuo pipefail\n. "$1"\n${rendered?.check}`, [library]), /exit code 1/);
  });

  it("puts facts into a template as text, even one that looks like code or like another fact", () => {
    const file = path.join(folder, "template");
    const text = "{{instanceId}} & {{ role }}{{environment}}\n$(id) {{region}}";
    const hostile = {
      ...facts,
      BAKELINE_ROLE: "$(reboot) `id` & \\1 {{region}}",
      BAKELINE_ENVIRONMENT: "'\"",
    };
    run({ kind: "file", path: file, content: { kind: "template", text }, owner }, hostile);
    assert.equal(
      fs.readFileSync(file, "utf8"),
      `i-0123 & $(reboot) \`id\` & \\1 {{region}}'"\n$(id) eu-west-1`,
    );
  });

  it("runs a command only while its test says that there is work", () => {
    const file = path.join(folder, "command");
    run({ kind: "command", name: "once", run: `echo x >>'${file}'`, unless: `[ -e '${file}' ]` });
    assert.equal(fs.readFileSync(file, "utf8"), "x\n");
  });

  it("reads its environment file without evaluating it", () => {
    const file = path.join(folder, "environment");
    fs.writeFileSync(file, `BAKELINE_ROLE=$(touch ${folder}/evaluated)=x\nPATH=/nowhere\n`);
    const changed = baseScript.replaceAll("/etc/bakeline/environment", file);
    const script = `set -Eeuo pipefail\n${changed.split("# Sourced by the loader")[0]}\nload_environment\necho "$BAKELINE_ROLE"\nls / >/dev/null`;
    assert.equal(bash(script).toString(), `$(touch ${folder}/evaluated)=x\n`);
    assert.ok(!fs.existsSync(path.join(folder, "evaluated")));
  });
});
