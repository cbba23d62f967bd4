import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import Ajv from "ajv";
import fc from "fast-check";
import { parse } from "yaml";
import * as z from "zod";
import { windowsServers } from "../../../../infra/bakeline/operatingSystem";
import type { Step } from "../../../../infra/bakeline/step";
import { tiers } from "../../../../infra/bakeline/tier";
import { windowsBaseScript } from "../../../../infra/bootstrap/windows/baseScript";
import { renderWindowsSteps } from "../../../../infra/bootstrap/windows/steps";
import {
  renderWindowsUserData,
  type WindowsUserDataArgs,
} from "../../../../infra/bootstrap/windows/userData";
import { maximumUserDataBytes } from "../../../../scan/userDataLimit";
import { anyWindowsOverlays, awkwardPowerShell, legalWindowsSteps } from "./anyWindowsStep";
import { ec2LaunchSchema } from "./ec2LaunchSchema";
import { PowerShellParser } from "./parsePowerShell";

const anyArgs: fc.Arbitrary<WindowsUserDataArgs> = fc.record({
  facts: fc.record({
    workload: fc.constantFrom("web", "sessions"),
    stack: fc.constantFrom("dev", "prod"),
    tier: fc.constantFrom(...tiers),
    operatingSystem: fc.constantFrom(...windowsServers),
    port: fc.integer({ min: 1, max: 65_535 }),
    healthCheckPath: awkwardPowerShell.map((text) => `/${text}`),
    logGroupName: fc.constant("/bakeline/dev/web"),
    bucket: fc.constant("bakeline-dev-bootstrap"),
    launchHookName: fc.constantFrom("launch", undefined),
  }),
  boot: legalWindowsSteps,
  roles: anyWindowsOverlays,
  environments: anyWindowsOverlays,
});

const file = (text: string): Step => ({
  kind: "file",
  path: "C:\\app\\app.config",
  content: { kind: "literal", text },
});

const args = (boot: readonly Step[]): WindowsUserDataArgs => ({
  facts: {
    workload: "web",
    stack: "dev",
    tier: "full",
    operatingSystem: "windows-server-2022",
    port: 8080,
    healthCheckPath: "/health",
    logGroupName: "/bakeline/dev/web",
    bucket: "bakeline-dev-bootstrap",
    launchHookName: "launch",
  },
  boot,
  roles: { web: [] },
  environments: { dev: [] },
});

const Document = z.object({
  tasks: z.tuple([z.object({ inputs: z.tuple([z.object({ content: z.string() })]) })]),
});

function decode(userData: string): unknown {
  return parse(Buffer.from(userData, "base64").toString("utf8"));
}

function scriptOf(userData: string): string {
  return Document.parse(decode(userData)).tasks[0].inputs[0].content;
}

describe("renderWindowsUserData", function () {
  this.timeout(60_000);
  let parser: PowerShellParser;
  before(async () => {
    parser = await PowerShellParser.load();
  });

  it("is a document that EC2Launch v2 takes, within EC2's limit, for any workload", () => {
    const isValid = new Ajv().compile(ec2LaunchSchema);
    fc.assert(
      fc.property(anyArgs, (each) => {
        const { userData, rawBytes } = renderWindowsUserData(each);
        assert.equal(Buffer.from(userData, "base64").length, rawBytes);
        assert.ok(rawBytes <= maximumUserDataBytes);
        assert.ok(isValid(decode(userData)), JSON.stringify(isValid.errors));
      }),
    );
  });

  it("is PowerShell that parses, in user data, every object and every step, for any workload", () => {
    fc.assert(
      fc.property(anyArgs, (each) => {
        const { userData, objects } = renderWindowsUserData(each);
        const steps = renderWindowsSteps(each.boot).flatMap(({ script, check }) => [script, check]);
        for (const script of [scriptOf(userData), ...objects.map(({ content }) => content), ...steps])
          assert.deepEqual(parser.problems(script), [], script);
      }),
      { numRuns: 50 },
    );
  });

  it("would see a script that does not parse", () => {
    assert.deepEqual(parser.problems("if ($true) {\n  Write-Output 'open\n"), [
      'line 1: unexpected "if ($true) {\\n  Write-Output \'open\\n"',
    ]);
  });

  it("is the same for the same workload", () => {
    fc.assert(
      fc.property(anyArgs, (each) => {
        assert.deepEqual(renderWindowsUserData(each), renderWindowsUserData(structuredClone(each)));
      }),
      { numRuns: 20 },
    );
  });

  it("is printable ASCII throughout, which no code page changes", () => {
    fc.assert(
      fc.property(anyArgs, (each) => {
        const { userData, objects } = renderWindowsUserData(each);
        for (const text of [scriptOf(userData), ...objects.map(({ content }) => content)])
          assert.match(text, /^[\t\n\x20-\x7e]*$/);
      }),
      { numRuns: 50 },
    );
  });

  it("names each object by its digest, the base script among them", () => {
    const { userData, objects } = renderWindowsUserData(args([]));
    for (const { key, content } of objects)
      assert.equal(createHash("sha256").update(content).digest("hex"), key);
    const base = createHash("sha256").update(windowsBaseScript).digest("hex");
    assert.ok(scriptOf(userData).includes(`'base' = '${base}'`));
  });

  it("changes when an overlay does", () => {
    const changed = { ...args([]), roles: { web: [file("changed")] } };
    assert.notEqual(renderWindowsUserData(changed).userData, renderWindowsUserData(args([])).userData);
  });

  it("holds its steps itself, and moves the largest to S3 where they do not fit", () => {
    const small = file("small");
    const large = file("x".repeat(40_000));
    const inline = renderWindowsUserData(args([small]));
    assert.match(scriptOf(inline.userData), /^Add-Step '1-0001-file-C-app-app\.config' 'Write-TextFile/m);
    const spilled = renderWindowsUserData(args([small, large]));
    const script = scriptOf(spilled.userData);
    assert.match(script, /^Add-Step '1-0001-file/m);
    assert.doesNotMatch(script, /^Add-Step '1-0002-file/m);
    assert.match(script, /^ {2}'steps\/1-0002-file-C-app-app\.config' = '[0-9a-f]{64}'$/m);
    assert.equal(spilled.objects.length, inline.objects.length + 1);
  });

  it("says what to do where even the list of objects is too long", () => {
    const many = Array.from({ length: 300 }, (_, index) => file(`${index}`.repeat(400)));
    assert.throws(
      () => renderWindowsUserData(args(many)),
      /^Error: user data of workload web: expected at most 16384 bytes, got \d+ with every step in S3; merge steps, or move them above the line$/,
    );
  });

  it("runs at every boot, because a step may need a restart, and does nothing once the instance is complete", () => {
    const { userData } = renderWindowsUserData(args([]));
    assert.match(Buffer.from(userData, "base64").toString("utf8"), /^version: 1\.1\n/);
    assert.match(scriptOf(userData), /if \(Test-Path -LiteralPath "\$script:state\\complete"\) \{ exit 0 \}/);
  });
});
