// @ts-check
// `require("@pulumi/pulumi")` costs 0.85 s of CPU, 0.7 of them for three modules that neither a program nor a
// policy pack calls: the two that serialize closures (they load TypeScript and npm's dependency resolver) and
// the Automation API. Required before the SDK, this file has them load at their first use instead.
require("./shortLived");
const Module = require("node:module");
const path = require("node:path");

/** @typedef {(request: string, parent: { filename?: string } | undefined, isMain: boolean) => Record<string, unknown>} Load */
/** @type {{ _load: Load }} */
const loader = Object(Module);
const load = loader._load;
const sdk = path.dirname(require.resolve("@pulumi/pulumi/package.json")) + path.sep;

const onlyFunctions = new Set(["./closure/codePaths", "./closure/serializeClosure"]);
const namespaces = new Set(["./automation"]);

/** @param {(name: string) => unknown} read what a property of the module is before it has loaded */
function lazily(read) {
  // The SDK's own import code asks for __esModule at once: that must not load the module.
  return new Proxy({}, { get: (_, name) => (name === "__esModule" ? true : read(String(name))) });
}

loader._load = (request, parent, isMain) => {
  const real = () => load(request, parent, isMain);
  if (!parent?.filename?.startsWith(sdk)) return real();
  if (namespaces.has(request)) return lazily((name) => real()[name]);
  if (!onlyFunctions.has(request)) return real();
  // The SDK's index copies these modules' functions when it loads, so each is handed out as a stand-in.
  return lazily((name) => (/** @type {unknown[]} */ ...args) => {
    const call = real()[name];
    if (typeof call !== "function") throw new TypeError(`${request} has no function ${name}`);
    return call(...args);
  });
};
