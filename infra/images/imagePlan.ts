import { divide } from "../bakeline/divide";
import type { OperatingSystem } from "../bakeline/operatingSystem";
import type { Step } from "../bakeline/step";
import { bakedTiers, type Tier } from "../bakeline/tier";
import { type BootstrapObject, createObject } from "../bootstrap/bundle";
import { type ComponentDocumentArgs, renderComponentDocument } from "./componentDocument";
import { digestOf, type ImageContents, planContents } from "./imageContents";

/** An image of a workload, as far as it can be known before anything exists. */
export interface ImagePlan {
  /** e.g. `web-full`. */
  readonly name: string;
  readonly tier: Tier;
  /** The component document, in the bootstrap bucket: in the request it would be too long. */
  readonly document: BootstrapObject;
  readonly blockDeviceMappings: readonly BlockDeviceMapping[];
  /** The parameter that names the vendor's image, or the image below, as `web-foundational@<digest>`. */
  readonly parent: string;
  /**
   * SHA-256 of all that makes the image another but the vendor's image itself: the document, the devices, the parent.
   * Not where the document and its objects are kept, so that the same content is the same in every stack.
   */
  readonly digest: string;
  readonly contents: ImageContents;
}

export interface BlockDeviceMapping {
  readonly deviceName: string;
  readonly ebs: {
    readonly volumeType: "gp3";
    readonly encrypted: "true";
    readonly deleteOnTermination: "true";
  };
}

export interface ImagePlanArgs {
  readonly workload: string;
  readonly operatingSystem: OperatingSystem;
  /** All of an instance's steps. */
  readonly steps: readonly Step[];
  readonly tier: Tier;
  /** The SSM parameter of the vendor's image. */
  readonly imageParameter: string;
  /** Of the AMI: what is encrypted. */
  readonly rootDeviceName: string;
  readonly bucket: string;
  readonly region: string;
  /** `amazonaws.com`, or that of the region's partition. */
  readonly domain: string;
}

const nowhere = { bucket: "bucket", region: "region", domain: "domain" };

/**
 * The images that a tier needs, each the parent of the next and the first built on the vendor's: an image does the steps
 * of its own layer only, so that a new release bakes again what is new.
 */
export function planImages(args: ImagePlanArgs): ImagePlan[] {
  const { workload, operatingSystem, steps, tier, imageParameter, rootDeviceName } = args;
  const { bucket, region, domain } = args;
  const blockDeviceMappings: readonly BlockDeviceMapping[] = [
    {
      deviceName: rootDeviceName,
      ebs: { volumeType: "gp3", encrypted: "true", deleteOnTermination: "true" },
    },
  ];
  let done = 0;
  let parent = imageParameter;
  return bakedTiers(tier).map((baked) => {
    const name = `${workload}-${baked}`;
    const all = divide(steps, baked).bake;
    const bake = all.slice(done);
    done = all.length;
    const render = (where: Pick<ComponentDocumentArgs, "bucket" | "region" | "domain">) =>
      renderComponentDocument({ ...where, name, operatingSystem, bake });
    const digest = digestOf(JSON.stringify([parent, blockDeviceMappings, render(nowhere)]));
    const plan = {
      name,
      tier: baked,
      document: createObject(render({ bucket, region, domain })),
      blockDeviceMappings,
      parent,
      digest,
      contents: planContents(bake, operatingSystem),
    };
    parent = `${name}@${digest}`;
    return plan;
  });
}
