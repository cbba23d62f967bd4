import assert from "node:assert/strict";
import fc from "fast-check";
import { allowedForEngine, allowedForTools } from "../../../sandbox/engine/environments";

describe("what of the caller's environment is let through", () => {
  it("is, for the engine, what a terminal needs and our own switches", () => {
    const caller = {
      PATH: "/bin",
      TERM: "xterm",
      HOME: "/home/me",
      NODE_OPTIONS: "--inspect",
      BAKELINE_SANDBOX_KILL: "x",
      GOPROXY: "y",
    };
    assert.deepEqual(allowedForEngine(caller), { PATH: "/bin", TERM: "xterm", BAKELINE_SANDBOX_KILL: "x" });
  });

  it("is, for downloads and builds, also the way to the network and to the caches", () => {
    const caller = { HOME: "/home/me", GOPROXY: "y", https_proxy: "z", SSH_AUTH_SOCK: "s" };
    assert.deepEqual(allowedForTools(caller), { HOME: "/home/me", GOPROXY: "y", https_proxy: "z" });
  });

  it("never holds a variable of AWS or of Pulumi, whatever its name", () => {
    const name = fc
      .tuple(fc.constantFrom("AWS_", "PULUMI_", "aws_"), fc.string())
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(fc.dictionary(name, fc.string()), (caller) => {
        assert.deepEqual([allowedForEngine(caller), allowedForTools(caller)], [{}, {}]);
      }),
    );
  });
});
