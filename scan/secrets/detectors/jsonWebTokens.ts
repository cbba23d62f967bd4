import type { Anchors } from "../../anchors/anchorTable";
import type { Candidate, Detector } from "../candidate";
import { isFiller } from "../values/placeholder";

const jsonWebToken: Detector = {
  id: "json-web-token",
  remedy: "Revoke it, and have the instance ask for a token of its own at boot.",
};

// RFC 7515: header, payload, signature. `{"` is `eyJ` in base64url.
const compact = /eyJ[A-Za-z0-9_-]{10,2000}\.eyJ[A-Za-z0-9_-]{4,8000}\.[A-Za-z0-9_-]{16,2000}/y;

export const jsonWebTokenAnchors: Anchors = { exact: ["eyJ"] };

/** Signed JSON Web Tokens; not jwt.io's example, nor one without a signature. */
export function* findJsonWebTokens(text: string): Generator<Candidate> {
  for (let at = text.indexOf("eyJ"); at >= 0; at = text.indexOf("eyJ", at + 3)) {
    if (/[A-Za-z0-9_-]/.test(text[at - 1] ?? "") && text[at - 2] !== "\\") continue;
    compact.lastIndex = at;
    const match = compact.exec(text);
    if (match === null) continue;
    const end = compact.lastIndex;
    if (isSigned(match[0])) yield { detector: jsonWebToken, start: at, end };
    at = end - 3;
  }
}

function isSigned(token: string): boolean {
  const [header = "", payload = "", signature = ""] = token.split(".");
  const claims = decoded(payload);
  return (
    /"alg"\s{0,8}:\s{0,8}"(?!none)/i.test(decoded(header)) &&
    !/"1234567890"|John Doe|example|placeholder/i.test(claims) &&
    !isFiller(signature)
  );
}

function decoded(part: string): string {
  return Buffer.from(part, "base64url").toString("latin1");
}
