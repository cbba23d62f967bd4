import type { Anchors } from "../../anchors/anchorTable";
import type { Candidate, Detector } from "../candidate";
import { isFiller } from "../values/placeholder";

const passwordHash: Detector = {
  id: "password-hash",
  remedy:
    "Let nobody log in by password, or set the password at boot from Secrets Manager: a hash can be tried offline.",
};

// crypt(5) of libxcrypt and, below it, LDAP's schemes (RFC 2307), Apache's htpasswd, Django's and Werkzeug's.
const hashes =
  /\$(?:1|apr1)\$[A-Za-z0-9./]{1,8}\$[A-Za-z0-9./]{22}(?![A-Za-z0-9./])|\$(?:5|6)\$(?:rounds=\d{1,9}\$)?[A-Za-z0-9./]{1,16}\$[A-Za-z0-9./]{43,86}(?![A-Za-z0-9./])|\$(?:y|gy|7)\$[A-Za-z0-9./]{1,20}\$?[A-Za-z0-9./]{0,86}\$[A-Za-z0-9./]{43}(?![A-Za-z0-9./])|\$2[abxy]?\$\d\d\$[A-Za-z0-9./]{53}(?![A-Za-z0-9./])|\$argon2(?:id?|d)\$v=\d{1,3}\$[a-z0-9=,]{1,40}\$[A-Za-z0-9+/]{8,64}\$[A-Za-z0-9+/]{16,128}|\$(?:sha1|md5|3|8|9)\$[A-Za-z0-9./$]{20,100}/g;
const ldapHashes = /\{(?:SSHA(?:256|512)?|SMD5|SHA|MD5|PBKDF2(?:-SHA\d{1,3})?)\}[A-Za-z0-9+/=.$]{24,200}/g;

export const passwordHashAnchors: Anchors = {
  digits: ["$#$"],
  exact: "$y$ $gy$ $2a$ $2b$ $2x$ $2y$ $apr1$ $argon2 $sha1$ $md5$ {SSHA {SMD5} {SHA} {MD5} {PBKDF2".split(
    " ",
  ),
};

/** Hashes of passwords, which are as good as the password once somebody tries words against them. */
export function* findPasswordHashes(text: string): Generator<Candidate> {
  for (const pattern of [hashes, ldapHashes]) {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
      const digest = match[0].slice(match[0].lastIndexOf("$") + 1);
      if (!isFiller(digest)) yield { detector: passwordHash, start: match.index, end: pattern.lastIndex };
    }
  }
}
