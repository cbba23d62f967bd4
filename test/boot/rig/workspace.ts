import fs from "node:fs";
import path from "node:path";

/** All that the rig keeps or makes for itself lies in this folder of the repository; removing it costs only time. */
export const workspace = path.join(findRepository(__dirname), ".build", "boot");

/** The rig's own sources that a guest or a child process needs as files. */
export const rigSources = path.join(findRepository(__dirname), "test", "boot", "rig");

/** What this process makes for a run and takes away again. Its name tells a later run whose leftovers these are. */
export const rigName = `bakeline-${process.pid}`;

/** This run's folder: mount points, copy-on-write layers, sockets. */
export const runFolder = path.join(workspace, "run", rigName);

/** A folder of logs a run, removed by a later run once that one has ended. */
export const logsOfRuns = path.join(workspace, "logs");

/** Logs of this run's instances, a folder an instance: they outlive the run, for reading after a failure. */
export const logFolder = path.join(logsOfRuns, rigName);

/** By package.json rather than by depth: a bundle of this file lies elsewhere than the file. */
function findRepository(folder: string): string {
  if (fs.existsSync(path.join(folder, "package.json"))) return folder;
  const parent = path.dirname(folder);
  if (parent === folder) throw new Error(`no package.json above ${__dirname}`);
  return findRepository(parent);
}
