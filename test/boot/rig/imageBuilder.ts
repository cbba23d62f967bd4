import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { openBuildChroot } from "./buildChroot";
import { type ComponentStep, parseComponentDocument } from "./componentDocument";
import { executePhase } from "./componentExecutor";
import { type Image, keepImageLayer } from "./image";
import { createInstanceRecord } from "./instanceRecord";
import { launch } from "./launch";
import type { MetadataService } from "./metadataService";
import type { Network } from "./network";
import { mountOverlay, unmountBeneath } from "./overlay";
import { firstSubnet } from "./vpc";
import { runFolder, workspace } from "./workspace";

export interface BakeArgs {
  readonly name: string;
  readonly parent: Image;
  /** Component documents of EC2 Image Builder, as YAML texts, in the recipe's order. */
  readonly documents: readonly string[];
}

export interface ImageBuilderParts {
  readonly network: Network;
  readonly metadata: MetadataService;
  readonly report: (line: string) => void;
}

/**
 * Makes images as EC2 Image Builder does: the build phases of all documents, then their validate phases, on a build
 * instance (here a chroot with an instance's network, metadata and role); then the test phases on an instance booted
 * from the result. What it wrote becomes one layer, kept under the parent's key and the documents.
 */
export class ImageBuilder {
  constructor(private readonly parts: ImageBuilderParts) {}

  /** @throws ComponentStepError naming the step that failed; nothing of the image is kept then. */
  async bake({ name, parent, documents }: BakeArgs): Promise<Image> {
    const steps = documents.flatMap(parseComponentDocument);
    const definition = JSON.stringify([parent.key, documents]);
    const key = createHash("sha256").update(definition).digest("hex").slice(0, 16);
    const layer = path.join(workspace, "images", `${name}-${key}`);
    const image: Image = { name, key, layers: [layer, ...parent.layers] };
    if (fs.existsSync(layer)) return image;

    this.parts.report(`baking ${name}`);
    const folder = path.join(runFolder, `bake-${name}-${key}`);
    try {
      const made = await this.build(folder, parent, steps);
      await this.test({ ...image, layers: [made, ...parent.layers] }, steps);
      keepImageLayer(made, layer);
      return image;
    } finally {
      await unmountBeneath(folder);
      fs.rmSync(folder, { recursive: true, force: true });
    }
  }

  /** The build and validate phases; answers with the folder of what they wrote. */
  private async build(folder: string, parent: Image, steps: readonly ComponentStep[]): Promise<string> {
    const { network, metadata } = this.parts;
    const networkInterface = network.allocate(firstSubnet);
    const record = createInstanceRecord({ image: parent, tags: { Name: "image-builder" } }, networkInterface);
    const { root, upper } = await mountOverlay(folder, parent.layers);
    metadata.add(record);
    await network.plugIn(networkInterface);
    try {
      await network.configureStatically(networkInterface);
      const chroot = openBuildChroot(root, path.join(folder, "scratch"), networkInterface.namespace);
      await executePhase("build", steps, chroot.run);
      await executePhase("validate", steps, chroot.run);
      chroot.finish();
    } finally {
      metadata.remove(record);
      await network.unplug(networkInterface);
      await unmountBeneath(folder);
    }
    return upper;
  }

  private async test(image: Image, steps: readonly ComponentStep[]): Promise<void> {
    if (!steps.some(({ phase }) => phase === "test")) return;
    const { network, metadata } = this.parts;
    const instance = await launch({ image, tags: { Name: "image-builder-test" } }, network, metadata);
    try {
      await instance.waitForCloudInit();
      await executePhase("test", steps, (script, timeoutSeconds) => instance.exec(script, timeoutSeconds));
    } finally {
      await instance.stop();
    }
  }
}
