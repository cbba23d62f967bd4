// @ts-check
// The one way TypeScript becomes JavaScript here: esbuild, at the moment of running (80 ms, and nothing while no
// source has changed), so that no command, `pulumi up` included, needs a build step or can run stale code.
// `npm run check` checks the types.
const path = require("node:path");
const { isFresh, writeWithRecord } = require("./freshness");

const root = path.resolve(__dirname, "..");

/**
 * Compiles one entry point and everything it imports from this repository into one file; packages stay
 * where npm put them.
 * @param {string} entry a TypeScript file, relative to the repository's root
 * @param {Readonly<Record<string, string>>} [alias] packages to load from another file, by absolute path
 * @returns {string} the absolute path of the JavaScript file
 */
function compile(entry, alias = {}) {
  const outfile = path.join(root, ".build", entry.replaceAll("/", "-").replace(/\.ts$/, ".js"));
  const key = JSON.stringify({ entry, alias });
  if (isFresh(outfile, key)) return outfile;

  const startedAt = Date.now();
  // Loaded only here: it is most of the cost of a start.
  const { outputFiles, metafile } = require("esbuild").buildSync({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    packages: "external",
    alias: { ...alias },
    external: Object.values(alias),
    platform: "node",
    target: "node20",
    sourcemap: "inline",
    logLevel: "error",
    metafile: true,
    write: false,
  });
  const settings = ["build/compile.js", "tsconfig.json", "package-lock.json"];
  const inputs = [...Object.keys(metafile.inputs), ...settings].map((file) => path.join(root, file));
  writeWithRecord(outfile, outputFiles[0]?.text ?? "", key, inputs, startedAt);
  return outfile;
}

module.exports = { compile, root };
