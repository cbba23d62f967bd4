// @ts-check
// What the engine's policy analyzer runs: `node .` in this folder, or @pulumi/pulumi/cmd/run-policy-pack.
const { existsSync } = require("node:fs");
const path = require("node:path");

// In a clone the rules are compiled whenever they have changed; a tarball brings them compiled.
const build = path.join(__dirname, "../../build");
if (existsSync(path.join(build, "lazySdk.js"))) {
  require(path.join(build, "lazySdk.js"));
  require(require(path.join(build, "compile.js")).compile("policies/encryption/serve.ts"));
} else require(path.join(__dirname, "compiled.js"));
