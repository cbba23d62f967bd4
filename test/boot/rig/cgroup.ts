import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * The hierarchies that systemd uses: the one of cgroup v2, or, where a machine still has both, its own named one and
 * the v2 one beside it.
 */
export function cgroupRoots(): readonly string[] {
  const root = "/sys/fs/cgroup";
  const hybrid = [`${root}/systemd`, `${root}/unified`].filter((folder) => fs.existsSync(folder));
  return hybrid.length > 0 ? hybrid : [root];
}

/**
 * Makes a cgroup in every hierarchy. Each guest gets its own, or all would share the cgroup `payload` that
 * systemd-nspawn makes beneath the one it was started in.
 */
export function createCgroup(name: string): readonly string[] {
  return cgroupRoots().map((root) => {
    const folder = path.join(root, name);
    fs.mkdirSync(folder, { recursive: true });
    return folder;
  });
}

/** Kills what still runs in a cgroup, by process id, and removes it with all beneath it. */
export async function removeCgroup(name: string): Promise<void> {
  const folders = cgroupRoots().map((root) => path.join(root, name));
  for (let attempt = 0; attempt < 50; attempt++) {
    const left = folders.filter((folder) => fs.existsSync(folder));
    if (left.length === 0) return;
    for (const folder of left) removeFolder(folder);
    if (left.some((folder) => fs.existsSync(folder))) await sleep(50);
  }
  throw new Error(`cgroup ${name} cannot be emptied`);
}

function removeFolder(folder: string): void {
  try {
    for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
      if (entry.isDirectory()) removeFolder(path.join(folder, entry.name));
    }
    for (const pid of processesIn(folder)) kill(pid);
    fs.rmdirSync(folder);
  } catch {
    // Gone already, or still in use by what was just killed: the caller tries again.
  }
}

function processesIn(folder: string): readonly number[] {
  try {
    const text = fs.readFileSync(path.join(folder, "cgroup.procs"), "utf8");
    return text.split("\n").filter(Boolean).map(Number);
  } catch {
    return [];
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It ended by itself meanwhile.
  }
}
