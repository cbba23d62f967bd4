// @ts-check
// `node build/run.js <file.ts> [arguments]`: compiles the file and runs it as if it had been JavaScript.
require("./shortLived");
const { compile } = require("./compile");

const [entry, ...args] = process.argv.slice(2);
if (entry === undefined) throw new Error("usage: node build/run.js <file.ts> [arguments]");
const program = compile(entry);
process.argv = [process.argv[0] ?? "node", program, ...args];
process.setSourceMapsEnabled(true);
require(program);
