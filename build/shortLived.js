// @ts-check
// Required first by every process of ours: all of them live for seconds, in which V8 spends a quarter of its time on
// optimizing what then hardly runs any more. It optimizes a function when that has run for so many bytes of bytecode
// (default: 132 KiB). From V8 12 (Node 22) on it counts otherwise, has a cheaper compiler in between, and no need of this.
if (Number.parseInt(process.versions.v8, 10) < 12)
  require("node:v8").setFlagsFromString("--interrupt-budget=500000");
