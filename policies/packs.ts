import { encryption } from "./encryption/pack";
import { imds } from "./imds/pack";
import type { Pack } from "./pack";

/** Every pack; each is served from its folder, `policies/<name>`. */
export const packs: readonly Pack[] = [imds, encryption];

/** What a stack chooses for a pack: whether its violations stop an update. */
export type PackLevel = "mandatory" | "advisory";

/** Where a pack is, relative to the repository's root: for `pulumi preview --policy-pack`. */
export function packFolder(pack: Pack): string {
  return `policies/${pack.name}`;
}

/**
 * A pack's config file, for `--policy-pack-config`: one file a pack, in the order of `--policy-pack`. A rule that
 * fails stays mandatory at either level.
 */
export function renderPackConfig(level: PackLevel): string {
  return `${JSON.stringify({ all: level })}\n`;
}
