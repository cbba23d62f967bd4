import assert from "node:assert/strict";
import { findStack, needsSettings, whyRefused, withAbsolutePaths } from "../../sandbox/arguments";

describe("the arguments of npm run sandbox", () => {
  it("name a stack in any of Pulumi's ways", () => {
    const stacks = [
      "up --stack dev",
      "up --stack=dev",
      "up -s dev",
      "stack select dev",
      "stack init dev",
      "up",
    ].map((line) => findStack(line.split(" ")));
    assert.deepEqual(stacks, ["dev", "dev", "dev", "dev", "dev", undefined]);
  });

  it("need right settings when they run the program or the plugins", () => {
    const lines = [
      "preview",
      "up --yes",
      "--non-interactive up",
      "destroy",
      "refresh",
      "import",
      "stack ls",
      "up --help",
      "version",
    ];
    assert.deepEqual(
      lines.map((line) => needsSettings(line.split(" "))),
      [true, true, true, true, true, true, false, false, false],
    );
  });

  for (const line of [
    "config set a b",
    "config rm a",
    "config set-all --plaintext a=b",
    "up -c a=b",
    "preview --config a=b",
  ]) {
    it(`are refused when they would set a setting: ${line}`, () => {
      assert.match(whyRefused(line.split(" ")) ?? "", /edit Pulumi\.<stack>\.yaml/);
    });
  }

  for (const line of ["up --config-file x.yaml", "up --cwd /elsewhere", "-C /elsewhere up"]) {
    it(`are refused when they would leave the sandbox: ${line}`, () => {
      assert.match(whyRefused(line.split(" ")) ?? "", /would leave the sandbox/);
    });
  }

  for (const line of ["config", "config get aws:region", "up --yes --stack dev", "stack export"]) {
    it(`are passed on otherwise: ${line}`, () => {
      assert.equal(whyRefused(line.split(" ")), undefined);
    });
  }

  it("mean files and folders as seen from where the caller stands", () => {
    const args = [
      "preview",
      "--policy-pack",
      "policies/imds",
      "--save-plan=plan.json",
      "--stack",
      "dev",
      "--policy-pack=/a/b",
    ];
    assert.deepEqual(withAbsolutePaths(args, "/repo"), [
      "preview",
      "--policy-pack",
      "/repo/policies/imds",
      "--save-plan=/repo/plan.json",
      "--stack",
      "dev",
      "--policy-pack=/a/b",
    ]);
  });
});
