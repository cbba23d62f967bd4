/** Nouns that end words written without any boundary: `dbpassword`, `clientsecret`, `MYSQLPWD`. */
const gluedNouns =
  /(?<=[a-z0-9]{2})(password|passwd|passphrase|passcode|secret|token|credentials?|pwd|apikey|accesskey|secretkey|privatekey|authkey)$/;
const gluedPass =
  /^(db|my|dest|src|require|user|root|admin|ftp|smtp|mail|sql|ldap|bind|key|store|trust|deststore|srcstore|destkey|srckey|keystore|truststore|login|sudo|ssh|http|proxy|svc)(pass|pw)$/;
const gluedKey =
  /^(api|access|secret|private|auth|shared|account|app|license|licence|encryption|signing|master)(key)$/;

/**
 * The words of a name in any style, lower-cased: `AWS_SECRET_ACCESS_KEY`, `secretAccessKey`, `aws.secret-access-key`
 * and `DBPassword2` all fall apart as a reader would have it. Numbers at the end are dropped.
 */
export function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/([A-Z]{1,40})([A-Z][a-z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .map((word) => word.replace(/\d+$/, ""))
    .filter((word) => word !== "")
    .flatMap(unglue);
}

function unglue(word: string): string[] {
  const glued = gluedPass.exec(word) ?? gluedKey.exec(word);
  if (glued?.[1] !== undefined && glued[2] !== undefined) return [glued[1], glued[2]];
  const noun = gluedNouns.exec(word);
  if (noun?.[1] === undefined)
    return gluedNouns.test(`xx${word}`) && word.endsWith("key") && word.length > 3
      ? [word.slice(0, -3), "key"]
      : [word];
  return [...unglue(word.slice(0, noun.index)), ...unglue(noun[1])];
}
