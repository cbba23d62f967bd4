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

  it("holds no name but those listed here, whatever else there is", () => {
    const terminal = "PATH TERM COLORTERM NO_COLOR COLUMNS LANG LC_ALL LC_CTYPE TZ TMPDIR USER".split(" ");
    const tools = [
      ...["HOME", "XDG_CACHE_HOME", "SSL_CERT_FILE", "SSL_CERT_DIR", "CC"],
      ...["HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "http_proxy", "https_proxy", "no_proxy"],
      ...[
        "GO111MODULE",
        "GOCACHE",
        "GOENV",
        "GOFLAGS",
        "GOINSECURE",
        "GOMAXPROCS",
        "GOMODCACHE",
        "GONOPROXY",
      ],
      ...[
        "GONOSUMDB",
        "GOPATH",
        "GOPRIVATE",
        "GOPROXY",
        "GOROOT",
        "GOSUMDB",
        "GOTMPDIR",
        "GOTOOLCHAIN",
        "GOVCS",
      ],
    ];
    const listed = [...terminal, ...tools];
    const capitals = fc.string({ unit: fc.constantFrom(..."ABCDEGHOPRST_"), minLength: 1, maxLength: 6 });
    const name = fc.oneof(
      fc.constantFrom(...listed, "GOOGLE_APPLICATION_CREDENTIALS", "GOOGLE_CREDENTIALS", "GOAUTH"),
      capitals.map((end) => `GO${end}`),
      fc.tuple(fc.constantFrom(...listed), capitals).map((parts) => parts.join("")),
      fc.constantFrom(...terminal, "HOME").map((it) => it.toLowerCase()),
      fc.string().filter((it) => !it.startsWith("BAKELINE_")),
    );
    fc.assert(
      fc.property(fc.uniqueArray(name), (names) => {
        const caller = Object.fromEntries(names.map((it) => [it, "x"]));
        const passed = (allow: (it: NodeJS.ProcessEnv) => object) => Object.keys(allow(caller)).sort();
        const among = (allowed: readonly string[]) => names.filter((it) => allowed.includes(it)).sort();
        assert.deepEqual(passed(allowedForEngine), among(terminal));
        assert.deepEqual(passed(allowedForTools), among(listed));
      }),
      { numRuns: 500 },
    );
  });
});
