// @ts-check
// What the engine's policy analyzer runs: `node .` in this folder, or @pulumi/pulumi/cmd/run-policy-pack.
require("../../build/lazySdk");
const { compile } = require("../../build/compile");

require(compile("policies/user-data/serve.ts"));
