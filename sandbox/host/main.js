// @ts-check
// What the thread of `openHost` runs.
require("../../build/leanProgram");
const { compile } = require("../../build/compile");

require(compile("sandbox/host/thread.ts"));
