// @ts-check
const { compile } = require("../../../build/compile");

require(compile("test/policies/brokenProgram/index.ts"));
