import type { Context } from "../context";

/** For the examples of rules. */
export const exampleKey = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";

/**
 * Whether a property is computed from a KMS key of the same stack. Its ARN is not known before the key is made, but
 * that there will be one is, so that a rule which asks for no more needs not wait for the update.
 */
export function isComputedFromKey(
  { computedFrom }: Pick<Context, "computedFrom">,
  property: string,
): boolean {
  return computedFrom(property).some((urn) =>
    /[:$]aws:kms\/(key|alias|replicaKey|externalKey):\w+::/.test(urn),
  );
}
