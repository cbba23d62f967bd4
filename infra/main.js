// @ts-check
// What `pulumi` runs (see `main` in Pulumi.yaml).
require("../build/lazySdk");
const { compile } = require("../build/compile");

// Pulumi captures a stack trace for each of the many promises of each resource, and maps it to its sources: at 900
// resources that is 13 of 20 seconds. A failing program is debugged with BAKELINE_STACK_TRACES=1.
if (process.env.BAKELINE_STACK_TRACES === undefined) {
  Error.stackTraceLimit = 0;
  Error.prepareStackTrace = undefined;
}
module.exports = require(compile("infra/index.ts"));
