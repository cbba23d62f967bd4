import fs from "node:fs";
import path from "node:path";

/** What stands for an AMI: folders that are seen as one file system, the highest first. */
export interface Image {
  readonly name: string;
  /** Changes whenever what the image is made from changes; an image id is made from it. */
  readonly key: string;
  readonly layers: readonly string[];
}

/** Keeps a finished layer for later runs, unless another run has made the same one meanwhile. */
export function keepImageLayer(made: string, layer: string): void {
  fs.mkdirSync(path.dirname(layer), { recursive: true });
  try {
    fs.renameSync(made, layer);
  } catch (error) {
    if (!fs.existsSync(layer)) throw error;
  }
}
