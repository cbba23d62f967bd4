import type { Anchors } from "../../anchors/anchorTable";
import { isUserAndPassword } from "../assignments/judgeValue";
import type { Candidate, Detector } from "../candidate";
import { isFillerToken } from "../values/placeholder";
import { looksRandom } from "../values/shape";

const authorization: Detector = {
  id: "authorization-header",
  remedy: "Revoke it, and build the header at boot from what Secrets Manager holds.",
};

// RFC 7617 and RFC 6750, wherever they stand: as a header, in code, in a proxy's configuration.
const basic = /\bBasic[ \t]{1,4}([A-Za-z0-9+/]{12,400}={0,2})(?![A-Za-z0-9+/])/g;
const bearer = /\bBearer[ \t]{1,4}([A-Za-z0-9._~+/-]{20,4000}={0,2})/g;

export const authorizationAnchors: Anchors = { exact: ["Basic ", "Bearer ", "Basic\t", "Bearer\t"] };

/** Credentials behind the schemes of HTTP's Authorization header. */
export function* findAuthorization(text: string): Generator<Candidate> {
  yield* matches(text, basic, isUserAndPassword);
  yield* matches(text, bearer, (value) => looksRandom(value, 20) && /\d/.test(value));
}

function* matches(text: string, pattern: RegExp, isSecret: (value: string) => boolean): Generator<Candidate> {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const value = match[1] ?? "";
    if (isFillerToken(value) || !isSecret(value)) continue;
    yield { detector: authorization, start: pattern.lastIndex - value.length, end: pattern.lastIndex };
  }
}
