import type { Anchors } from "../../anchors/anchorTable";
import type { Candidate, Detector, PartFacts } from "../candidate";
import { isFiller, isPlaceholder } from "../values/placeholder";
import { isPlace, isReference } from "../values/reference";
import { looksRandom } from "../values/shape";

const inFile: Detector = {
  id: "password-in-credential-file",
  remedy: "Write the file at boot, from Secrets Manager or Parameter Store.",
};

const netrc =
  /(?:^|[\s"'])machine\s{1,8}\S{1,200}\s{1,8}login\s{1,8}\S{1,200}\s{1,8}password\s{1,8}(\S{1,400})/g;
// https://www.postgresql.org/docs/current/libpq-pgpass.html
const pgpass =
  /(?:^|["'\n])[\w.*-]{1,200}:(?:\d{2,5}|\*):[\w*-]{1,80}:[\w.*@-]{1,80}:([^\s:"']{3,200})(?=["'\s]|$)/g;
// https://www.wireguard.com/: 32 bytes in base64.
const wireguard =
  /\b(?:PrivateKey|PresharedKey|private_key|privatekey|preshared_key)["']?\s{0,4}[=:]\s{0,4}["']?([A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=)/g;
// wpa_supplicant.conf: 64 hex digits or 8 to 63 characters in quotes.
const psk = /\bpsk\s{0,4}=\s{0,4}("?[^\s"]{8,64}"?)/g;
// sssd, ldap.conf, exim and the like: `bindpw x`; Cisco: `enable secret 0 x`.
const directive =
  /^[ \t]{0,40}(?:bindpw|rootbindpw|rootpw|olcRootPW:|requirepass|masterauth|masteruser|sasl_password|smtp_pass(?:word)?|AuthPass|auth-user-pass-inline)[ \t]{1,20}([^\s#"'=:]{4,200})[ \t]{0,20}\r?$/gm;

// Words that mean nothing else, in the middle of a sed or echo too.
const plainDirective =
  /(?:^|[\s/'"])(?:requirepass|masterauth|bindpw|rootbindpw)[ \t]{1,20}([^\s#"'=:/*]{4,200}?)(?=[\s"']|\/[gi]{0,2}["'\s]|$)/gm;

const mostDirectives =
  /bindpw|rootpw|olcRootPW|requirepass|masterauth|masteruser|sasl_password|smtp_pass|AuthPass|auth-user-pass/;
const wireguardKeys = /PrivateKey|PresharedKey|private_key|privatekey|preshared_key/;

export const credentialFileAnchors: Anchors = {
  exact: ["machine", "psk", ":*:", ...mostDirectives.source.split("|"), ...wireguardKeys.source.split("|")],
  digits: [":##"],
};

/** Passwords in files that a program reads by their place rather than by a name. */
export function* findInCredentialFiles(text: string, { format }: PartFacts): Generator<Candidate> {
  for (const [mark, pattern, machineMade] of [
    ["machine", netrc, false],
    [/:(?:\d{2,5}|\*):/, pgpass, false],
    [wireguardKeys, wireguard, true],
    ["psk", psk, false],
    [mostDirectives, directive, false],
    ["requirepass", plainDirective, false],
    ["masterauth", plainDirective, false],
    ["bindpw", plainDirective, false],
  ] as const) {
    if (typeof mark === "string" ? !text.includes(mark) : !mark.test(text)) continue;
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
      const value = (match[1] ?? "").replace(/^"|"$/g, "");
      const judged = machineMade
        ? !isFiller(value) && looksRandom(value, 40)
        : !isPlaceholder(value) &&
          !isReference({ value, quote: undefined, format: format === "powershell" ? format : "shell" }) &&
          !isPlace(value);
      if (!judged || (pattern === pgpass && /^(\d+|[a-z]+)$/.test(value))) continue;
      const start = match.index + match[0].lastIndexOf(value);
      yield { detector: inFile, start, end: start + value.length };
    }
  }
}
