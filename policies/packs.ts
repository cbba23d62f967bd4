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
 * A config file for `--policy-pack-config`, which gives each rule the level of its pack. A rule that fails stays
 * mandatory at either level.
 * @param levels by the pack's name; a pack that is not named is mandatory
 */
export function renderPackConfig(
  served: readonly Pack[],
  levels: Readonly<Record<string, PackLevel>>,
): string {
  const byRule = served.flatMap(({ name, rules }) =>
    rules.map(({ id }) => [id, levels[name] ?? "mandatory"]),
  );
  return `${JSON.stringify(Object.fromEntries(byRule))}\n`;
}
