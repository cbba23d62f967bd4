import fs from "node:fs";
import path from "node:path";
import { cgroupRoots, removeCgroup } from "./cgroup";
import { deleteNamespace } from "./namespace";
import { unmountBeneath } from "./overlay";
import { logsOfRuns, workspace } from "./workspace";

/** Takes away what runs that were killed left behind: processes, mounts, namespaces, folders. Living runs keep theirs. */
export async function sweepLeftovers(): Promise<void> {
  const runs = path.join(workspace, "run");
  const names = new Set([
    ...cgroupRoots().flatMap(listFolder),
    ...listFolder("/run/netns").map((name) => name.split(".")[0] ?? ""),
    ...listFolder(runs),
    ...listFolder(logsOfRuns),
  ]);
  for (const name of names) {
    if (!isLeftover(name)) continue;
    await removeRun(name, path.join(runs, name));
    fs.rmSync(path.join(logsOfRuns, name), { recursive: true, force: true });
  }
}

/** Removes all that carries a run's name. */
export async function removeRun(name: string, folder: string): Promise<void> {
  await removeCgroup(name);
  await unmountBeneath(folder);
  for (const namespace of listFolder("/run/netns").filter((each) => each.startsWith(`${name}.`))) {
    await deleteNamespace(namespace);
  }
  fs.rmSync(folder, { recursive: true, force: true });
}

/** A run is named after its process. The process of a leftover is gone, or its number belongs to another program now. */
function isLeftover(name: string): boolean {
  const pid = /^bakeline-(\d+)$/.exec(name)?.[1];
  if (pid === undefined) return false;
  try {
    return !fs.readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("node");
  } catch {
    return true;
  }
}

function listFolder(folder: string): readonly string[] {
  return fs.existsSync(folder) ? fs.readdirSync(folder) : [];
}
