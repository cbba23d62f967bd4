// @ts-check
// What `pulumi` runs (see `main` in Pulumi.yaml).
require("../build/leanProgram");
const { compile } = require("../build/compile");

module.exports = require(compile("infra/index.ts"));
