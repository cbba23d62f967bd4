import assert from "node:assert/strict";
import {
  findStack,
  isStackInit,
  mayLogEvents,
  needsSettings,
  whyRefused,
  withAbsolutePaths,
  withImportDefaults,
} from "../../sandbox/arguments";

describe("the arguments of npm run sandbox", () => {
  it("name a stack in any of Pulumi's ways", () => {
    const stacks = [
      "up --stack dev",
      "up --stack=dev",
      "up -s dev",
      "stack select dev",
      "stack init dev",
      "stack select -c dev",
      "stack init --stack dev",
      "--stack dev up",
      "up -sdev",
      "up -ysdev",
      "up -ys dev",
      "up -s=dev",
      "up --stack prod --stack dev",
    ].map((line) => findStack(line.split(" ")));
    assert.deepEqual([...new Set(stacks)], ["dev"]);
    assert.equal(findStack(["up", "-m", "--stack", "-y"]), undefined);
  });

  it("need right settings when they run the program or the plugins", () => {
    const lines = [
      "preview",
      "up --yes",
      "--non-interactive up",
      "--color never preview --stack dev",
      "--color=never preview",
      "-v 1 preview",
      "-v1 preview",
      "--stack dev up",
      "-sdev up",
      "-e up",
      // Cobra takes `version` for the value of a flag that it does not know yet, and runs `up`.
      "--yes version up",
      "destroy",
      "refresh",
      "import",
      "stack ls",
      "stack ls --stack up",
      "up --help",
      "up -h",
      "version",
    ];
    assert.deepEqual(
      lines.filter((line) => !needsSettings(line.split(" "))),
      ["stack ls", "stack ls --stack up", "up --help", "up -h", "version"],
    );
  });

  for (const line of [
    "config set a b",
    "config rm a",
    "config set-all --plaintext a=b",
    "up -c a=b",
    "preview --config a=b",
    "--stack dev config set a b",
    "config --stack dev set a b",
    "config -sdev set a b",
    "up -caws:region=us-east-1",
    "up -yc aws:region=us-east-1",
    "--config a=b up",
  ]) {
    it(`are refused when they would set a setting: ${line}`, () => {
      assert.match(whyRefused(line.split(" ")) ?? "", /edit Pulumi\.<stack>\.yaml/);
    });
  }

  for (const line of [
    "up --config-file x.yaml",
    "up --cwd /elsewhere",
    "-C /elsewhere up",
    "-C/elsewhere up",
    "up -yC/elsewhere",
  ]) {
    it(`are refused when they would leave the sandbox: ${line}`, () => {
      assert.match(whyRefused(line.split(" ")) ?? "", /would leave the sandbox/);
    });
  }

  for (const line of [
    "config",
    "config get aws:region",
    "up --yes --stack dev",
    "stack export",
    "stack select -c dev",
    "up -m -C",
  ]) {
    it(`are passed on otherwise: ${line}`, () => {
      assert.equal(whyRefused(line.split(" ")), undefined);
    });
  }

  it("of an import ask for no code and no protection, unless they say so themselves", () => {
    const lines = ["import T n id", "import T n id --protect", "-v 1 import --generate-code=true", "up"];
    assert.deepEqual(
      lines.map((line) => withImportDefaults(line.split(" ")).join(" ")),
      [
        "import T n id --generate-code=false --protect=false",
        "import T n id --protect --generate-code=false",
        "-v 1 import --generate-code=true --protect=false",
        "up",
      ],
    );
  });

  it("have their events logged where they may replace or delete, unless the caller logs them already", () => {
    const logged = ["up --yes", "preview -s dev", "destroy", "down --yes", "update"];
    const others = ["up --event-log there", "import type name id", "refresh --yes", "stack ls", "watch"];
    const judged = [...logged, ...others].filter((line) => mayLogEvents(line.split(" ")));
    assert.deepEqual(judged, logged);
  });

  it("create a stack by `stack init` only", () => {
    const lines = [
      "stack init dev",
      "--stack dev stack init",
      "stack init --help",
      "stack ls",
      "up --stack init",
    ];
    assert.deepEqual(
      lines.filter((line) => isStackInit(line.split(" "))),
      ["stack init dev", "--stack dev stack init"],
    );
  });

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
