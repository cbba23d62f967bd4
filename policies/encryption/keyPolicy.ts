import { Got } from "../got";
import { type Condition, parsePolicy, type Statement } from "../policyDocument";
import type { Finding } from "../rule";

/**
 * Finds the statements of a key policy that let everybody in: a wildcard principal that no condition narrows to
 * accounts, organisations, principals or sources that the policy names.
 * https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-overview.html
 */
export function findOpenStatements(policy: unknown): readonly Finding[] {
  const statements = parsePolicy(policy);
  if (statements === undefined)
    return [{ path: "policy", expected: "a policy document", got: Got.of(policy) }];
  return statements.filter(isOpen).map(({ path }) => ({
    path: `policy.${path}.Principal`,
    expected: "named principals, or a condition on the caller's account or organisation",
    got: Got.of("*", ["*"]),
  }));
}

function isOpen({ allows, principals, notPrincipals, conditions }: Statement): boolean {
  // Everybody but those named is nearly everybody.
  const isForEveryone = notPrincipals || principals.AWS?.includes("*") === true;
  return allows && isForEveryone && !conditions.some(narrowsCallers);
}

/** Keys that say who calls; one that says only through which service or for which context leaves everybody in. */
const callerKeys = new Set([
  "aws:principalaccount",
  "aws:principalarn",
  "aws:principalorgid",
  "aws:principalorgpaths",
  "aws:sourceaccount",
  "aws:sourcearn",
  "aws:sourceorgid",
  "aws:sourceorgpaths",
  "aws:sourcevpc",
  "aws:sourcevpce",
  "aws:userid",
  "kms:calleraccount",
]);

function narrowsCallers({ operator, key, values }: Condition): boolean {
  const positive = /^(foranyvalue:)?(stringequals|stringequalsignorecase|stringlike|arnequals|arnlike)$/;
  return callerKeys.has(key) && positive.test(operator) && !values.includes("*");
}
