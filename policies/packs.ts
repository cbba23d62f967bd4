import { encryption } from "./encryption/pack";
import { fleet } from "./fleet/pack";
import { imds } from "./imds/pack";
import type { Pack } from "./pack";

/** Every pack; each is served from its folder, `policies/<name>`. */
export const packs: readonly Pack[] = [imds, encryption, fleet];

/** Where a pack is, relative to the repository's root: for `pulumi preview --policy-pack`. */
export function packFolder(pack: { readonly name: string }): string {
  return `policies/${pack.name}`;
}
