// @ts-check
// `npm pack` in the folder of a policy pack runs this first: it writes `compiled.js`, the rules and all that they
// import in one file, so that the tarball works in any folder. The SDK stays a dependency: it must be one copy with
// the messages that it is made of.
const path = require("node:path");
const { copyFileSync } = require("node:fs");
const { compileTo, root } = require("./compile");

const folder = process.cwd();
compileTo(path.relative(root, path.join(folder, "packaged.ts")), path.join(folder, "compiled.js"));
copyFileSync(path.join(root, "LICENSE"), path.join(folder, "LICENSE"));
