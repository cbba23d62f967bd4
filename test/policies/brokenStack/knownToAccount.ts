import { tokens } from "../../../sandbox/account/types/tokens";
import { type BrokenResource, brokenStack } from "../brokenStack";

const known: readonly string[] = Object.values(tokens);

/** What of the broken stack the simulated account can preview. */
export const knownToAccount: readonly BrokenResource[] = brokenStack.filter(({ type }) =>
  known.includes(type),
);
