// @ts-check
// The one way TypeScript becomes JavaScript here: esbuild, at the moment of running (80 ms, and nothing while no
// source has changed), so that no command, `pulumi up` included, needs a build step or can run stale code.
// `npm run check` checks the types.
const path = require("node:path");
const { isFresh, writeAtomic, writeWithRecord } = require("./freshness");

const root = path.resolve(__dirname, "..");

/**
 * Packages that must be one copy in a process (the SDK and what its messages are made of), or are no JavaScript.
 * A client of the AWS SDK is loaded when it is used, which few commands do.
 * The others are compiled in: zod alone loads 90 files, and 60 ms slower, from its own folder.
 */
const keptApart = ["@aws-sdk/*", "@pulumi/*", "@grpc/grpc-js", "google-protobuf", "esbuild", "typescript"];

/**
 * Compiles one entry point and everything it imports into one file, but for the packages kept apart.
 * @param {string} entry a TypeScript file, relative to the repository's root
 * @param {readonly string[]} [external] the packages kept apart
 * @returns {string} the absolute path of the JavaScript file
 */
function compile(entry, external = keptApart) {
  const outfile = path.join(root, ".build", entry.replaceAll("/", "-").replace(/\.ts$/, ".js"));
  const key = JSON.stringify([entry, external]);
  if (isFresh(outfile, key)) return outfile;

  const startedAt = Date.now();
  // Loaded only here: it is most of the cost of a start.
  const { outputFiles, metafile } = require("esbuild").buildSync({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    external: [...external],
    platform: "node",
    target: "node20",
    // In a file of its own, which is read only when an error is to be shown.
    sourcemap: "linked",
    sourcesContent: false,
    logLevel: "error",
    metafile: true,
    write: false,
  });
  const settings = ["build/compile.js", "tsconfig.json", "package-lock.json"];
  const inputs = [...Object.keys(metafile.inputs), ...settings].map((file) => path.join(root, file));
  const [map, code] = outputFiles;
  if (map === undefined || code === undefined) throw new Error(`esbuild made nothing of ${entry}`);
  writeAtomic(map.path, map.text);
  writeWithRecord(code.path, code.text, key, inputs, startedAt);
  return outfile;
}

/**
 * The same for a file that leaves this tree: no source map, no record, always anew.
 * @param {string} entry a TypeScript file, relative to the repository's root
 * @param {string} outfile
 */
function compileTo(entry, outfile) {
  require("esbuild").buildSync({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    external: [...keptApart],
    platform: "node",
    target: "node20",
    logLevel: "error",
  });
}

module.exports = { compile, compileTo, root };
