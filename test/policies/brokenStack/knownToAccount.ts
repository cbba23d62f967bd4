import { memoryLedger } from "../../../sandbox/account/memoryLedger";
import { Provider } from "../../../sandbox/account/provider";
import { tokens } from "../../../sandbox/account/types/tokens";
import { UNKNOWN } from "../../../sandbox/account/unknown";
import { type BrokenResource, brokenStack } from "../brokenStack";

const known: readonly string[] = Object.values(tokens);
const provider = new Provider(memoryLedger(), { region: "eu-west-1", defaultTags: {} });

/** Examples say what a rule reads, and not all that AWS's provider asks for. */
function isAccepted({ type, name, properties, idOf = {} }: BrokenResource): boolean {
  const ids = Object.keys(idOf).map((property) => [property, UNKNOWN]);
  const news = JSON.parse(JSON.stringify({ ...properties, ...Object.fromEntries(ids) }));
  return provider.check(type, { name, news }).failures.length === 0;
}

/** What of the broken stack the simulated account can preview. */
export const knownToAccount: readonly BrokenResource[] = brokenStack.filter(
  (resource) => known.includes(resource.type) && isAccepted(resource),
);
