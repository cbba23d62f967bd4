// @ts-check
// As infra/main.js, so that the bench measures what the estate itself costs.
require("../../build/leanProgram");
const { compile } = require("../../build/compile");

module.exports = require(compile("bench/estate/index.ts"));
