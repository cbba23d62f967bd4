/**
 * Where a step belongs by how often it changes: `foundation` is slow and generic, `application` changes per
 * release, `configuration` is unique per environment or instance.
 */
export const layers = ["foundation", "application", "configuration"] as const;
export type Layer = (typeof layers)[number];

/** How much of a workload its image holds; the rest is done at first boot. */
export const tiers = ["base", "foundational", "full"] as const;
export type Tier = (typeof tiers)[number];

const lastBakedLayer: Record<Tier, Layer | undefined> = {
  base: undefined,
  foundational: "foundation",
  full: "application",
};

/** The tiers whose images one needs, lowest first: its own, and those that this is built on. base is the vendor's. */
export function bakedTiers(tier: Tier): readonly Tier[] {
  return tiers.slice(1, tiers.indexOf(tier) + 1);
}

/** Whether a tier's image already holds what a layer's steps do. Configuration is never baked. */
export function isBaked(layer: Layer, tier: Tier): boolean {
  const last = lastBakedLayer[tier];
  return last !== undefined && layers.indexOf(layer) <= layers.indexOf(last);
}
