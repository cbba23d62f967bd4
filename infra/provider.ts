import { Provider } from "@pulumi/aws/provider";
import { type EstateIdentity, estateTags } from "./tags";

/**
 * The one provider of the estate, handed to every component. Explicit, because a default provider would take its
 * region and its tags from whoever runs the program.
 */
export function createProvider(identity: EstateIdentity, region: string): Provider {
  return new Provider("aws", { region, defaultTags: { tags: { ...estateTags(identity) } } });
}
