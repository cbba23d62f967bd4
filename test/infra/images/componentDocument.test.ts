import assert from "node:assert/strict";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import Ajv from "ajv";
import fc from "fast-check";
import { parse } from "yaml";
import { divide } from "../../../infra/bakeline/divide";
import { operatingSystems } from "../../../infra/bakeline/operatingSystem";
import type { Step } from "../../../infra/bakeline/step";
import { tiers } from "../../../infra/bakeline/tier";
import { renderSteps } from "../../../infra/bootstrap/steps/stepScript";
import { type ComponentDocumentArgs, renderComponentDocument } from "../../../infra/images/componentDocument";
import { imageTests } from "../../../infra/images/imageTests";
import { legalSteps } from "../bakeline/anyStep";
import { bash, checkScripts, hasShellcheck } from "../bootstrap/program";
import { componentSchema } from "./componentSchema";

const validate = new Ajv({ allErrors: true }).compile(componentSchema);

const anyArgs: fc.Arbitrary<ComponentDocumentArgs> = fc.record({
  name: fc.constantFrom("web-full", "sessions-foundational"),
  operatingSystem: fc.constantFrom(...operatingSystems),
  bake: fc.tuple(legalSteps, fc.constantFrom(...tiers)).map(([steps, tier]) => divide(steps, tier).bake),
  bucket: fc.constant("bakeline-dev-bootstrap"),
  region: fc.constantFrom("eu-west-1", "cn-north-1"),
  domain: fc.constantFrom("amazonaws.com", "amazonaws.com.cn"),
});

interface Phase {
  readonly name: string;
  readonly steps: readonly {
    readonly name: string;
    readonly inputs: { readonly commands: readonly string[] };
  }[];
}

const phasesOf = (document: string): readonly Phase[] => parse(document).phases;
const scriptsOf = (document: string, name: string) =>
  (phasesOf(document).find((phase) => phase.name === name)?.steps ?? []).map((step) => ({
    name: step.name,
    script: step.inputs.commands.join("\n"),
  }));

describe("renderComponentDocument", () => {
  it("is valid against the schema for any workload", () => {
    fc.assert(
      fc.property(anyArgs, (args) => {
        assert.ok(validate(parse(renderComponentDocument(args))), JSON.stringify(validate.errors));
      }),
      { numRuns: 50 },
    );
  });

  it("writes its schema version as AWS's reference does", () => {
    const document = renderComponentDocument({
      name: "empty",
      operatingSystem: "debian",
      bake: [],
      bucket: "b",
      region: "eu-west-1",
      domain: "amazonaws.com",
    });
    assert.match(document, /^schemaVersion: 1\.0$/m);
  });

  it("builds by each baked step's script once, in order, and validates by its check", () => {
    fc.assert(
      fc.property(anyArgs, (args) => {
        const document = renderComponentDocument(args);
        const expected = renderSteps(args.bake, args.operatingSystem);
        const build = scriptsOf(document, "build").slice(1);
        const validation = scriptsOf(document, "validate").slice(0, -1);
        assert.deepEqual([build.length, validation.length], [expected.length, expected.length]);
        expected.forEach(({ name, script, check }, index) => {
          assert.equal(build[index]?.name, name);
          assert.ok(build[index]?.script.endsWith(script));
          assert.equal(validation[index]?.name, name);
          assert.ok(validation[index]?.script.endsWith(check));
        });
      }),
      { numRuns: 50 },
    );
  });

  it("has scripts that are clean by bash -n and shellcheck, for any workload", function () {
    if (!hasShellcheck()) this.skip();
    this.timeout(60_000);
    const documents = fc.sample(anyArgs, { seed: 4, numRuns: 15 }).map(renderComponentDocument);
    checkScripts(
      documents.flatMap((document) =>
        phasesOf(document).flatMap(({ steps }) => steps.map(({ inputs }) => inputs.commands.join("\n"))),
      ),
    );
  });

  it("refuses a document that Image Builder would not take, naming the largest steps", () => {
    const text = "x".repeat(70_000);
    const bake: Step[] = [{ kind: "file", path: "/etc/large", content: { kind: "literal", text } }];
    const args = {
      name: "web-full",
      operatingSystem: "debian",
      bucket: "b",
      region: "r",
      domain: "d",
    } as const;
    assert.throws(
      () => renderComponentDocument({ ...args, bake }),
      /^Error: component document web-full: expected at most 65536 bytes, got \d+; the largest steps: 0001-file-etc-large \(70\d{3} bytes\); put what is large into an artifact$/,
    );
  });
});

describe("the tests of an image", () => {
  let folder: string;

  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), "bakeline-image-"));
    for (const name of ["root", "home", "etc", "opt", "srv"]) fs.mkdirSync(path.join(folder, name));
  });

  afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

  /** Runs a test as if the folder were the image's root. */
  const run = (name: string) => {
    const found = imageTests.find((test) => test.name === name);
    assert.ok(found);
    bash(
      `set -Eeuo pipefail\n${found.script.replaceAll(/ \/(root|home|etc|opt|srv|var)\b/g, ` ${folder}/$1`)}`,
    );
  };

  const plant = (name: string, text: string) => {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), text);
  };

  const key = `-----BEGIN RSA ${"PRIVATE"} KEY-----\nMII\n`;
  for (const [name, file, text] of [
    ["no-credentials", "root/.aws/credentials", "[default]\n"],
    ["no-credentials", "home/admin/.netrc", "machine x\n"],
    ["no-private-keys", "etc/app/server.key", key],
    ["no-private-keys", "home/admin/.ssh/id_rsa", key],
    ["no-state-of-an-instance", "var/lib/bakeline/started", ""],
    ["no-shell-history", "root/.bash_history", "ls\n"],
    ["no-authorized-keys", "home/admin/.ssh/authorized_keys", "ssh-ed25519 AAAA\n"],
  ] as const)
    it(`${name} finds ${file}, passes without it, and does not print what it holds`, () => {
      run(name);
      plant(file, text);
      assert.throws(
        () => run(name),
        (error: Error) =>
          error.message.includes(file) &&
          (text.trim() === "" || !error.message.includes(text.trim().slice(0, 20))),
      );
    });
});
