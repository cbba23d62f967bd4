import { divide } from "../bakeline/divide";
import type { OperatingSystem } from "../bakeline/operatingSystem";
import type { Step } from "../bakeline/step";
import { bakedTiers, type Tier } from "../bakeline/tier";
import { type BootstrapObject, createObject } from "../bootstrap/bundle";
import { renderComponentDocument } from "./componentDocument";
import { contentVersion } from "./contentVersion";

/** An image of a workload, as far as it can be known before anything exists. */
export interface ImagePlan {
  /** e.g. `web-full`. */
  readonly name: string;
  readonly tier: Tier;
  /** The component document, in the bootstrap bucket: in the request it would be too long. */
  readonly document: BootstrapObject;
  /** Another whenever the document is another. */
  readonly componentVersion: string;
}

export interface ImagePlanArgs {
  readonly workload: string;
  readonly operatingSystem: OperatingSystem;
  /** All of an instance's steps. */
  readonly steps: readonly Step[];
  readonly tier: Tier;
  readonly bucket: string;
  readonly region: string;
  /** `amazonaws.com`, or that of the region's partition. */
  readonly domain: string;
}

/**
 * The images that a tier needs, each the parent of the next and the first built on the vendor's: an image does the steps
 * of its own layer only, so that a new release bakes again what is new.
 */
export function planImages({ workload, steps, tier, ...args }: ImagePlanArgs): ImagePlan[] {
  let done = 0;
  return bakedTiers(tier).map((baked) => {
    const name = `${workload}-${baked}`;
    const { bake } = divide(steps, baked);
    const document = createObject(renderComponentDocument({ ...args, name, bake: bake.slice(done) }));
    done = bake.length;
    return { name, tier: baked, document, componentVersion: contentVersion(document.key) };
  });
}
