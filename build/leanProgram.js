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
  watchForLeaksOnly();
}

/**
 * A dozen promises of each resource get an id, a context and a stack trace, only to be named should the program end
 * before them. That it does is still found and still fails the program.
 */
function watchForLeaksOnly() {
  /** @typedef {Promise<unknown>} AnyPromise */
  // Neither is declared.
  /** @type {{ debuggablePromise: (promise: AnyPromise, context: unknown) => AnyPromise }} */
  const debuggable = Object(require("@pulumi/pulumi/runtime/debuggable"));
  /** @type {{ getStore: () => { leakCandidates: Set<AnyPromise> } }} */
  const { getStore } = Object(require("@pulumi/pulumi/runtime/state"));
  const { debuggablePromise } = debuggable;
  let watching = false;
  debuggable.debuggablePromise = (promise, context) => {
    // The first one has the SDK look for leaks when the process exits.
    if (!watching) {
      watching = true;
      return debuggablePromise(promise, context);
    }
    const { leakCandidates } = getStore();
    const settled = () => leakCandidates.delete(promise);
    leakCandidates.add(promise);
    promise.then(settled, settled);
    return promise;
  };
}
