// @ts-check
// Required first by every process of ours: all of them live for seconds, in which V8 spends a quarter of its time on
// optimizing what then hardly runs any more. It optimizes a function when that has run for so many bytes of bytecode
// (default: 132 KiB); docs/performance.md has the measurements.
require("node:v8").setFlagsFromString("--interrupt-budget=500000");
