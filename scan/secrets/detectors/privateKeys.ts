import type { Anchors } from "../../anchors/anchorTable";
import type { Candidate, Detector } from "../candidate";

const privateKey: Detector = {
  id: "private-key",
  remedy:
    "Replace the key pair, and have the instance fetch the new private key from Secrets Manager at boot.",
};

// RFC 7468, RFC 4880 (armor), OpenSSH's PROTOCOL.key, and PuTTY's format (its documentation, appendix C).
const beginning =
  /-----BEGIN ([A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?)-----|---- BEGIN (SSH2 ENCRYPTED PRIVATE KEY) ----|PuTTY-User-Key-File-\d: /g;
const puttyLines = /Private-Lines: \d/g;

export const privateKeyAnchors: Anchors = { exact: ["PRIVATE KEY", "PuTTY-User-Key-File"] };

/** Private keys in any armour, on many lines, one, or escaped inside of another text. */
export function* findPrivateKeys(text: string): Generator<Candidate> {
  beginning.lastIndex = 0;
  for (let match = beginning.exec(text); match !== null; match = beginning.exec(text)) {
    const start = match.index;
    const label = match[1] ?? match[2];
    if (label === undefined) {
      puttyLines.lastIndex = start;
      const lines = puttyLines.exec(text);
      if (lines !== null && lines.index - start < 4096)
        yield { detector: privateKey, start, end: puttyLines.lastIndex };
      continue;
    }
    const body = beginning.lastIndex;
    const key = text.slice(body, body + 16_384);
    const close = key.search(/-----END |---- END /);
    const inside = close < 0 ? key : key.slice(0, close);
    if (holdsKey(inside)) {
      const end = body + inside.length;
      yield { detector: privateKey, start, end };
      beginning.lastIndex = end;
    }
  }
}

/** Base64 enough for the smallest key (Ed25519 in PKCS#8 has 64 characters), and not a drawing of one. */
function holdsKey(inside: string): boolean {
  const lines = inside
    .slice(0, 4000)
    .replace(/\\[rn]/g, "\n")
    .split("\n")
    .map((line) => line.replace(/^[\s"'#*+-]+|[\s"',\\+]+$/g, ""))
    .filter((line) => !/^[A-Za-z-]{2,30}: /.test(line) && /^[A-Za-z0-9+/= ]{4,}$/.test(line));
  const base64 = lines.join("").replace(/[= ]/g, "");
  if (base64.length < 40) return false;
  return !/example|redacted|placeholder|your|xxxx/i.test(inside.slice(0, 300)) && new Set(base64).size >= 16;
}
