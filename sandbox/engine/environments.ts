type Environment = Readonly<Record<string, string | undefined>>;

/** Of the caller's environment, only these reach the engine and what it starts. Not one can carry a credential. */
const engineAllows = [
  "PATH",
  "TERM",
  "COLORTERM",
  "NO_COLOR",
  "COLUMNS",
  "LANG",
  "LC_ALL",
  "LC_CTYPE",
  "TZ",
  "TMPDIR",
  "USER",
];

/** Our own switches: fault injection and the like. None carries a credential either. */
const ourPrefix = "BAKELINE_";

/** What a download or a Go build needs besides: where caches are, and what it is told about modules. */
const toolAllows = [
  "HOME",
  "XDG_CACHE_HOME",
  "SSL_CERT_FILE",
  "SSL_CERT_DIR",
  "CC",
  // `go help environment`, without GOAUTH, and without those that would build for another machine. By name: with
  // GO begin GOOGLE_APPLICATION_CREDENTIALS and others, too.
  "GO111MODULE",
  "GOCACHE",
  "GOENV",
  "GOFLAGS",
  "GOINSECURE",
  "GOMAXPROCS",
  "GOMODCACHE",
  "GONOPROXY",
  "GONOSUMDB",
  "GOPATH",
  "GOPRIVATE",
  "GOPROXY",
  "GOROOT",
  "GOSUMDB",
  "GOTMPDIR",
  "GOTOOLCHAIN",
  "GOVCS",
];

/** How to reach the network. Programs read these in capitals or in small letters. */
const proxies = ["HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY"];

/** The part of the caller's environment that the engine may see. An allow-list: what is new stays out. */
export function allowedForEngine(caller: Environment): Record<string, string> {
  return pick(caller, (name) => engineAllows.includes(name) || name.startsWith(ourPrefix));
}

/** The part of the caller's environment that `go build` and the official installer may see. */
export function allowedForTools(caller: Environment): Record<string, string> {
  const names = [...engineAllows, ...toolAllows, ...proxies, ...proxies.map((name) => name.toLowerCase())];
  return pick(caller, (name) => names.includes(name));
}

function pick(caller: Environment, allowed: (name: string) => boolean): Record<string, string> {
  const picked: Record<string, string> = {};
  for (const [name, value] of Object.entries(caller)) {
    if (value !== undefined && allowed(name)) picked[name] = value;
  }
  return picked;
}
