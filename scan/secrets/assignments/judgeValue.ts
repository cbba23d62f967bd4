import type { NameKind } from "../names/secretName";
import { secretName } from "../names/secretName";
import { isPlaceholder } from "../values/placeholder";
import { isPlace, isReference, type Written } from "../values/reference";
import { characterClasses, entropy, isUuid, looksLikeWords, looksRandom } from "../values/shape";

/** How sure a place is that what stands there is meant literally. */
export type Setting =
  /** Data, or quotes: a word is a word. */
  | "literal"
  /** Code or prose, bare: a word may be a variable. */
  | "doubtful";

/** Whether a value under a name of this kind is a secret, and not what stands for one. */
export function isSecretValue(kind: NameKind, written: Written, setting: Setting): boolean {
  const { value } = written;
  if (value.length < 4 || value.length > 8192 || /[\r\n\0]/.test(value.trim())) return false;
  // A document of its own, whose names are judged one by one.
  if (/^[{[]/.test(value)) return false;
  // The fingerprint of a PGP key, as key servers write it.
  if (/^[0-9A-F]{40}$/.test(value)) return false;
  if (isReference(written) || isPlaceholder(value)) return false;
  switch (kind) {
    case "password":
      return isPassword(value, setting);
    case "token":
      return isToken(value, setting);
    case "credential":
      return (
        isUserAndPassword(value) ||
        (looksRandom(value, 16) && hasLettersAndDigits(value) && entropy(value) >= 3)
      );
    default:
      return kind satisfies never;
  }
}

function isPassword(value: string, setting: Setting): boolean {
  if (/^[\d.]+$/.test(value)) return /^\d{6,}$/.test(value) && setting === "literal";
  if (/^\d+ ?[a-z]{1,7}$/i.test(value) && value.length < 7) return false;
  // A crypt(3) hash is the business of another detector; a regular expression nobody's.
  if (/^\$\w{1,12}\$/.test(value) || /^[\^(]|\[\^?[\w-]+\][+*{]|\\[dwsb]\b|\.\*/.test(value)) return false;
  if (/^[!*]+$/.test(value)) return false;
  if (/\s/.test(value))
    return (
      /\d/.test(value) &&
      value.split(/\s+/).length <= 5 &&
      characterClasses(value) >= 3 &&
      setting === "literal"
    );
  if (/^[A-Z][A-Z0-9_]*$/.test(value) && value.includes("_") && entropy(value) < 3.9) return false;
  const words = looksLikeWords(value);
  if (words && namesASecret(value))
    return /\d{3,}$/.test(value) && setting === "literal" && !/[-_]/.test(value);
  if (setting === "doubtful")
    return hasLettersAndDigits(value) && (!words || characterClasses(value) >= 3) && value.length >= 6;
  return true;
}

function isToken(value: string, setting: Setting): boolean {
  if (/\s/.test(value) || value.length < 8) return false;
  if (isUuid(value)) return true;
  if (looksRandom(value, setting === "literal" ? 8 : 12)) return true;
  return (
    /[a-z]/.test(value) &&
    /[A-Z]/.test(value) &&
    /\d\D*\d/.test(value) &&
    value.length >= 10 &&
    !/[-_/.]/.test(value)
  );
}

/** `db-password`, `adminPassword`: the name of a secret, or of where it is. */
function namesASecret(value: string): boolean {
  return secretName(value) !== undefined || /pass|secret|token|cred|key/i.test(value);
}

function hasLettersAndDigits(value: string): boolean {
  return /\d/.test(value) && /[A-Za-z]/.test(value);
}

/** Base64 of `user:password`, as in HTTP's Basic and Docker's `auth`. */
export function isUserAndPassword(value: string): boolean {
  if (!/^[A-Za-z0-9+/]{8,400}={0,2}$/.test(value)) return false;
  const [user, ...rest] = Buffer.from(value, "base64").toString("latin1").split(":");
  const password = rest.join(":");
  if (user === undefined || !/^[\x20-\x7e]{1,100}$/.test(user) || !/^[\x20-\x7e]{3,300}$/.test(password))
    return false;
  return (
    !isReference({ value: password, quote: "'", format: "text" }) &&
    !isPlaceholder(password) &&
    !isPlace(password)
  );
}
