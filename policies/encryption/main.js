// @ts-check
// What the engine's policy analyzer runs: `node .` in this folder, or @pulumi/pulumi/cmd/run-policy-pack.
const { compilePack } = require("../../build/packSdk");

require(compilePack("policies/encryption/serve.ts"));
