import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { packFolder, packs } from "../../policies/packs";
import { openSandbox } from "../../sandbox/sandbox";

/** What a pack's package.json depends on; here from our own node_modules, so that no test needs a registry. */
const dependencies = ["@pulumi/policy", "@pulumi/pulumi", "google-protobuf"];

const program = `
const { CustomResource } = require("@pulumi/pulumi");
const version = { version: "7.48.0" };
new CustomResource("aws:ec2/launchTemplate:LaunchTemplate", "web", { metadataOptions: { httpTokens: "optional" },
  keyName: "ops", blockDeviceMappings: [{ deviceName: "/dev/xvda", ebs: { encrypted: "false" } }] }, version);
`;

const expected: Readonly<Record<string, RegExp>> = {
  imds: /\[mandatory\] \[severity: high\] {2}ec2-launch-template-requires-imdsv2/,
  encryption: /\[mandatory\] \[severity: high\] {2}ec2-launch-template-ebs-encrypted/,
  fleet: /\[mandatory\] \[severity: medium\] {2}ec2-instance-no-key-pair/,
};

describe("the tarball of a policy pack, in the folder of another program", function () {
  this.timeout(120_000);
  let folder: string;
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), "foreign-program-"));
    const project = {
      name: "shop",
      runtime: { name: "nodejs", options: { typescript: false } },
      main: "index.js",
    };
    writeFileSync(path.join(folder, "Pulumi.yaml"), JSON.stringify(project));
    writeFileSync(path.join(folder, "Pulumi.prod.yaml"), "config:\n  aws:region: eu-west-1\n");
    writeFileSync(path.join(folder, "package.json"), "{}");
    writeFileSync(path.join(folder, "index.js"), program);
    for (const name of dependencies) {
      const target = path.join(folder, "node_modules", name);
      mkdirSync(path.dirname(target), { recursive: true });
      symlinkSync(path.resolve("node_modules", name), target);
    }
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  for (const pack of packs) {
    it(`judges by ${pack.name} with one line, and needs nothing of ours`, async () => {
      const packed = execFileSync("npm", ["pack", "--silent", "--pack-destination", folder], {
        cwd: path.resolve(packFolder(pack)),
        encoding: "utf8",
      });
      execFileSync("tar", ["xzf", packed.trim().split("\n").at(-1) ?? ""], { cwd: folder });
      const installed = path.join(folder, "node_modules/@bakeline", `policy-${pack.name}`);
      cpSync(path.join(folder, "package"), installed, { recursive: true });
      rmSync(path.join(folder, "package"), { recursive: true });

      const sandbox = await openSandbox({ root: folder, stateFolder: path.join(folder, "state") });
      await sandbox.ensureStack("prod");
      const args = ["preview", "--stack", "prod", "--non-interactive", "--color", "never"];
      const run = await sandbox.run([...args, "--policy-pack", installed], {
        stdout: "capture",
        stderr: "capture",
      });
      assert.notEqual(run.exitCode, 0);
      assert.match(run.stdout, expected[pack.name] ?? /a pattern for this pack/, run.stderr);
    });
  }
});
