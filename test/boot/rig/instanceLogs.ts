import fs from "node:fs";
import path from "node:path";

/** Logs as texts; empty where the guest has not written one. */
export interface InstanceLogs {
  readonly console: string;
  readonly cloudInit: string;
  /** What the scripts of the user data printed. */
  readonly cloudInitOutput: string;
}

const names = { cloudInit: "cloud-init.log", cloudInitOutput: "cloud-init-output.log" } as const;

/** Reads an instance's logs: its console, and those of a folder, which is the guest's own or that of saved ones. */
export function readLogs(consoleFile: string, folder: string): InstanceLogs {
  return {
    console: readText(consoleFile),
    cloudInit: readText(path.join(folder, names.cloudInit)),
    cloudInitOutput: readText(path.join(folder, names.cloudInitOutput)),
  };
}

/** Copies a guest's logs, which go with its disk. */
export function saveLogs(guestFolder: string, folder: string): void {
  for (const name of Object.values(names)) {
    const from = path.join(guestFolder, name);
    if (fs.existsSync(from)) fs.copyFileSync(from, path.join(folder, name));
  }
}

function readText(file: string): string {
  return fs.existsSync(file) ? fs.readFileSync(file, "utf8") : "";
}
