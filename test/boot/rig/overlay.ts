import fs from "node:fs";
import path from "node:path";
import { command, tryCommand } from "./command";

export interface Overlay {
  /** Where the layers are seen as one file system. */
  readonly root: string;
  /** What was written to it, as a folder: a layer for others to stand on. */
  readonly upper: string;
}

/** Mounts layers, the lowest last, as one writable file system in a new folder. */
export async function mountOverlay(folder: string, layers: readonly string[]): Promise<Overlay> {
  const overlay = { root: path.join(folder, "root"), upper: path.join(folder, "upper") };
  const work = path.join(folder, "work");
  for (const made of [overlay.root, overlay.upper, work]) fs.mkdirSync(made, { recursive: true });
  const options = `lowerdir=${layers.join(":")},upperdir=${overlay.upper},workdir=${work}`;
  await command("mount", ["-t", "overlay", "overlay", "-o", options, overlay.root]);
  return overlay;
}

/** Unmounts whatever is mounted at or beneath a folder, the innermost first. */
export async function unmountBeneath(folder: string): Promise<void> {
  for (const mountPoint of mountsBeneath(folder).reverse()) {
    const { stderr } = await tryCommand("umount", ["--lazy", mountPoint]);
    // Unmounted meanwhile by whoever else is taking it down: no failure.
    if (mountsBeneath(folder).includes(mountPoint)) throw new Error(`${mountPoint} stays mounted: ${stderr}`);
  }
}

function mountsBeneath(folder: string): string[] {
  const lines = fs.readFileSync("/proc/self/mounts", "utf8").split("\n");
  const points = lines.map((line) => line.split(" ")[1] ?? "");
  return points.filter((point) => point === folder || point.startsWith(`${folder}/`));
}
