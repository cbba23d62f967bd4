// @ts-check
// A policy pack needs a small part of the Pulumi SDK, but `require("@pulumi/policy")` loads all of it: 0.6 s, of
// which 0.45 s are typescript and npm's arborist, for turning functions into Lambda code. Here the needed part is
// bundled once into one file, without what serializes functions and drives the CLI.
const { existsSync, readFileSync } = require("node:fs");
const path = require("node:path");
const { compile, root } = require("./compile");
const { digest, writeAtomic } = require("./freshness");

const bundled = ["@pulumi/policy", "@pulumi/pulumi", "@grpc/grpc-js", "google-protobuf"];

/** What packs import; all of it from the one file, so that there is one copy of each. */
const handedOut = [
  "@pulumi/policy",
  "@pulumi/pulumi/proto/analyzer_grpc_pb",
  "@pulumi/pulumi/proto/analyzer_pb",
  "google-protobuf",
  "google-protobuf/google/protobuf/struct_pb",
];

/** Modules of @pulumi/pulumi that no pack can use, as that package's own files name them. */
const leftOut = ["./closure/*", "../runtime/closure/*", "./automation", "./dynamic", "./provider"];

// esbuild leaves the calls `require("./closure/…")` as they are, and this answers them: the modules load, and
// whoever uses one is told why it is not there.
const banner = `
require = ((load) => (id) => {
  if (!id.startsWith(".")) return load(id);
  const use = (name) => function () {
    throw new Error("a policy pack cannot use " + name + " of @pulumi/pulumi: build/packSdk.js leaves it out");
  };
  return new Proxy({}, { get: (_, name) => name === "__esModule" || use(String(name)) });
})(require);`;

/** @returns {string} the absolute path of the bundled SDK, made now if these versions have none yet */
function packSdk() {
  const versions = bundled.map((name) => {
    const manifest = readFileSync(path.join(root, "node_modules", name, "package.json"), "utf8");
    return `${name}@${JSON.parse(manifest).version}`;
  });
  const [policy, pulumi] = versions.map((version) => version.replace(/^.*@v?/, ""));
  const made = digest(`${versions.join()}${readFileSync(__filename, "utf8")}`);
  const outfile = path.join(root, ".build", `policy-sdk-${policy}-${pulumi}-${made}.js`);
  if (existsSync(outfile)) return outfile;

  const { outputFiles } = require("esbuild").buildSync({
    absWorkingDir: root,
    stdin: { contents: handedOut.map((name) => `export * from "${name}";`).join("\n"), resolveDir: root },
    bundle: true,
    external: leftOut,
    banner: { js: banner },
    platform: "node",
    target: "node20",
    logLevel: "error",
    write: false,
  });
  writeAtomic(outfile, outputFiles[0]?.text ?? "");
  return outfile;
}

/**
 * @param {string} entry a pack's serve.ts, relative to the repository's root
 * @returns {string} the absolute path of the JavaScript file that serves the pack
 */
function compilePack(entry) {
  const sdk = packSdk();
  return compile(entry, Object.fromEntries(handedOut.map((name) => [name, sdk])));
}

module.exports = { compilePack, packSdk };
