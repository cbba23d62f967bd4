import { wordsOf } from "./words";

/**
 * What a name promises of its value. `password`: people choose it, so nearly any literal is one. `token`: a machine
 * made it, so it must look like it. `credential`: the name is vague, so the value must be beyond doubt.
 */
export type NameKind = "password" | "token" | "credential";

const passwordNouns = new Set(
  "password passwords passwd passphrase passcode pass pwd pw psw pswd psk passwort kennwort senha contrasena pasw passw".split(
    " ",
  ),
);
const tokenNouns = new Set("token tokens secret secrets jwt".split(" "));
const credentialNouns = new Set("credential credentials creds cred auth authorization salt".split(" "));

/** A key is a secret by what it opens or whose it is; `primary key`, `public key`, `sort key` are none. */
const keyOwners = new Set(
  `api apikey access secret private encryption encrypt crypt crypto cipher signing sign signature auth authentication
  shared account master storage service subscription client app application ingest ingestion license licence deploy
  write admin preshared pre symmetric hmac session cookie jwt aes fernet validation integration sas webhook functions
  host function rest server root user team project org in nonce security recovery unseal join enrollment activation
  bot consumer developer dev production live hec gossip encrypted totp otp seed`.split(/\s+/),
);

/** Words after the noun that change nothing: which of several, in which shape. */
const neutral = new Set(
  `value val plain plaintext plaintxt cleartext text txt string str literal raw prod production dev development stage
  staging qa uat new old current default main primary secondary b base confirm confirmation again repeat x`.split(
    /\s+/,
  ),
);

/** Words after the noun that make the name one of something about a secret. */
const about = new Set(
  `file files path paths url uri urls name names id ids arn ttl type types kind length len min max minimum maximum policy
  policies expiry expires expiration expire age rotation rotate enabled enable disabled disable required require
  requires requisite env var variable ref reference parameter param prefix suffix version field column store provider
  manager dir directory folder endpoint host hostname port user username method algorithm algo format regex pattern
  label prompt placeholder hint help command cmd script generator header headers cookie scope scopes audience issuer
  mode class source location account region count limit limits size bytes window rate interval timeout retries retry
  retention days hours minutes seconds strength complexity history lifetime duration auth authentication hash hashed
  hashing sha md checksum digest fingerprint thumbprint encoding status state check checker validator validation
  lock locked unlock attempts change changed reset resets update updated last login input output outputs template
  engine backend driver plugin module service server client bucket table alias description desc title tag tags
  mount volume arns exists set is has needs feature flag pub public cert certificate dn subject group groups
  role roles grant permissions list map object json yaml config configuration settings options option opts args
  cache caching ip address addr domain zone cidr sg instance stack cluster index number num row rows spec binding
  stdin fd less needed bindings operator csi driver vault quota bucketname keyid`.split(/\s+/),
);

/** Names by common use, whatever their words say. */
const known = new Map<string, NameKind | undefined>([
  ["secret key base", "token"],
  ["masterauth", "password"],
  ["require pass", "password"],
  // https://jfrog.com/help/r/jfrog-rest-apis/introduction-to-the-artifactory-rest-apis
  ["art api", "token"],
  // Idempotency tokens of AWS's API, pages of lists, protection of forms, names of .NET assemblies.
  ["client token", undefined],
  ["request token", undefined],
  ["next token", undefined],
  ["page token", undefined],
  ["csrf token", undefined],
  ["public key token", undefined],
]);

/** What a name says of its value: undefined where it speaks of no secret, or of something about one. */
export function secretName(name: string): NameKind | undefined {
  const words = wordsOf(name.slice(-100));
  for (const length of [3, 2, 1]) {
    const ending = words.slice(-length).join(" ");
    if (known.has(ending)) return known.get(ending);
  }
  while (words.length > 1 && neutral.has(words.at(-1) ?? "") && kindAt(words, words.length - 1) === undefined)
    words.pop();
  const head = kindAt(words, words.length - 1);
  if (head !== undefined) return isNegated(words) ? undefined : head;
  // `PASSWORD_FOR_ADMIN`, `token_github`: the noun comes first, and no later word says what about it.
  for (let at = words.length - 2; at >= Math.max(0, words.length - 4); at--) {
    if (about.has(words[at + 1] ?? "")) return undefined;
    if (kindAt(words, at) !== undefined)
      return words.slice(at + 1).some((word) => about.has(word)) || isNegated(words)
        ? undefined
        : "credential";
  }
  return undefined;
}

function kindAt(words: readonly string[], at: number): NameKind | undefined {
  const word = words[at] ?? "";
  if (passwordNouns.has(word)) return "password";
  if (tokenNouns.has(word)) return "token";
  if (credentialNouns.has(word)) return "credential";
  if (word === "key" || word === "keys") {
    const owner = words[at - 1] ?? "";
    if (keyOwners.has(owner)) return "token";
    return at > 0 && !plainKeys.has(owner) ? "credential" : undefined;
  }
  return undefined;
}

const plainKeys = new Set(
  `public pub recv primary foreign sort hash partition range cache object map config dict lookup gpg pgp apt rpm repo ssh host
  authorized registry tag metric group unique index keyed s row record search context label property routing message
  license data json yaml bucket prefix state lock kms cmk trusted trust signed artifact source file env
  translation i resource stream hot short arrow no first last event`.split(/\s+/),
);

/** `no_password`, `skip-token`, `has_secret`: a switch. */
function isNegated(words: readonly string[]): boolean {
  return (
    /^(no|not|without|skip|has|is|use|uses|require|requires|allow|show|ask|prompt|disable|enable|next|csrf|max|min|num|expire|reset|change|check|get|hash|validate|verify|generate|page|continuation|pagination|marker|missing|invalid|bad|wrong|empty|forgot|prohibit|permit)$/.test(
      words[0] ?? "",
    ) && words.length > 1
  );
}
