// @ts-check
// Required first by a Pulumi program: what the SDK does for each resource only to help debugging is left out, unless
// BAKELINE_DEBUG is set. At 1,000 resources it is a quarter of the CPU of a whole preview.
require("./lazySdk");

if (process.env.BAKELINE_DEBUG === undefined) {
  // A stack trace for each of the many promises of a resource, mapped to its sources. The SDK raises the limit
  // in the constructor of every resource, so the limit takes no other value.
  Object.defineProperty(Error, "stackTraceLimit", { get: () => 0, set() {}, configurable: true });
  Reflect.deleteProperty(Error, "prepareStackTrace");
  // Three messages to the engine for each resource, which it drops unless it runs with --debug.
  Object.assign(require("@pulumi/pulumi/log"), { debug: () => Promise.resolve() });
}
