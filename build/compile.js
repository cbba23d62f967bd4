// @ts-check
// The one way TypeScript becomes JavaScript here: esbuild, at the moment of running (30 ms), so that no
// command, `pulumi up` included, needs a build step or can run stale code. `npm run check` checks the types.
const { buildSync } = require("esbuild");
const path = require("node:path");

const root = path.resolve(__dirname, "..");

/**
 * Compiles one entry point and everything it imports from this repository into one file; packages stay
 * where npm put them.
 * @param {string} entry a TypeScript file, relative to the repository's root
 * @returns {string} the absolute path of the JavaScript file
 */
function compile(entry) {
  const outfile = path.join(root, ".build", entry.replaceAll("/", "-").replace(/\.ts$/, ".js"));
  buildSync({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    packages: "external",
    platform: "node",
    target: "node20",
    sourcemap: "inline",
    logLevel: "error",
  });
  return outfile;
}

module.exports = { compile, root };
