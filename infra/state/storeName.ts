/** The shortest limit among the stores' own: https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateReplicationGroup.html */
const maximumLength = 40;

/**
 * The name of a store in AWS, `dev-sessions`. A fixed one, where Pulumi would make one up: log groups, alarms and
 * policies are known by it before the store exists, and people can guess it. Two stacks of one name cannot share an account.
 * @throws Error when AWS would not take it
 */
export function storeName(stack: string, name: string): string {
  const full = `${stack.toLowerCase()}-${name}`;
  if (!/^[a-z]([a-z0-9]|-(?=[a-z0-9]))*$/.test(full) || full.length > maximumLength)
    throw new Error(
      `store ${name}: expected stack and store to make a name of up to ${maximumLength} letters, digits and single inner hyphens, got ${JSON.stringify(full)} (${full.length} characters); shorten one of the two`,
    );
  return full;
}
