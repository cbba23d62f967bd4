import { entropy } from "./shape";

/** Words that nobody would use in a value that opens something. */
const markers =
  /change[-_ ]?(me|this|it|now)|changed?[-_]?in[-_]?prod|replace[-_ ]?(me|this|with|by)|example|placeholder|dummy|fixme|redacted|masked|obfuscated|x{4}|\*{3}|\.{2}|…|[-_ ](goes[-_ ])?here$|\b(enter|insert|put|set|add|paste|fill)[-_ ](your|me|the|in|a|my|here)\b|not[-_ ]?a[-_ ]?(real|secret|password)|notasecret|not[-_ ]?set|to[-_]?be[-_]|lorem|foo-?bar|^fake|[-_]fake|^sample|^mock|[-_]mock\b|^todo|^tbd\b|^n\/a$|(?<![a-z])your[-_ ]?[a-z]+|^my[-_]|^some[-_ ]|secure[-_]?password|^(deadbeef)+$/i;

/** What stands for a secret by naming it: `password`, `my-secret`, `db_password`, `<token>`. */
const names =
  /^(a|an|the|my|our|some|any|new|old|db|user|admin|root|default|test|real|super|top|strong|very|app|api|aws|client|access|auth|bearer|service|db[-_ ]?user|mysql|postgres|github|gitlab|slack|private|long|random|s3cr3t)?[-_ ]?(password|passwd|passphrase|passw0rd|pass|pwd|secret|token|key|apikey|api[-_ ]key|secret[-_ ]key|access[-_ ]key|access[-_ ]token|credentials?|value|string|hash)s?$/i;

/** Settings and states, for which a name that speaks of a password is often used. */
const settings =
  /^(true|false|yes|no|on|off|none|null|nil|undefined|empty|default|required|optional|enabled?|disabled?|always|never|prompt|ask|stdin|file|env|environment|vault|plain|plaintext|cleartext|hashed|encrypted|unencrypted|basic|bearer|digest|token|jwt|oauth2?|ldap|local|ssm|secretsmanager|kms|sha-?\d+|md5|bcrypt|scram-sha-256|trust|peer|ident|reject|string|text|securestring|hidden|sensitive|int|integer|boolean|bool|number|float|object|array|list|any|auto|automatic|manual|generated?|random|unset|unknown|invalid|missing|expired|strict|allow|deny|test|testing|present|absent|latest|in|out|and|or|is|as|of|for|to|the|with|from|str|bytes|self|this|var|let|const|new|return|await|async|if|then|else|fi|do|done|end|begin|lookup|query|import|export|interactive|keychain|keyring|pass|rsa|ecdsa|ed25519|dsa|pem|der|pkcs\d*|base64|hex|utf-?8|windowsPE|offlineServicing|generalize|specialize|auditSystem|auditUser|oobeSystem)$/i;

/** Whether a value only holds the place of a secret, or is a setting. */
export function isPlaceholder(value: string): boolean {
  return isFiller(value) || names.test(value) || settings.test(value);
}

/** Whether a value says itself that it is none: `CHANGEME`, `xxxx`, `your-key-here`, `AKIA…EXAMPLE`. */
export function isFiller(value: string): boolean {
  return (
    value === "" ||
    markers.test(value.slice(0, 400)) ||
    /^(.)\1*$/s.test(value) ||
    /^(.{1,4})\1{3,}.{0,3}$/s.test(value) ||
    (value.length >= 16 && entropy(value.slice(0, 400)) < 2.2)
  );
}

/** A vendor's token whose random part is not random: counted up, typed along a row, a few characters only. */
export function isFillerToken(value: string): boolean {
  return (
    isFiller(value) ||
    hasRun(value.slice(0, 400), 10) ||
    /0{8}|abcdefgh|qwerty|(.)\1{7}/i.test(value.slice(0, 400))
  );
}

/** Characters of which each is the one after the last: `12345678`, `abcdefgh`. */
function hasRun(value: string, length: number): boolean {
  let run = 1;
  for (let at = 1; at < value.length; at++) {
    const step = value.charCodeAt(at) - value.charCodeAt(at - 1);
    run = step === 1 || (value[at] === "0" && value[at - 1] === "9") ? run + 1 : 1;
    if (run >= length) return true;
  }
  return false;
}
