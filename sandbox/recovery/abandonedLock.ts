import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import type { SandboxFolders } from "../folders";
import { findSandboxProcesses } from "./sandboxProcesses";

/** Whether an engine has locked the stack: the file backend keeps one file a lock, and never expires it. */
export function isLocked({ backend }: Pick<SandboxFolders, "backend">, stack: string): boolean {
  const locks = path.join(backend, ".pulumi", "locks");
  if (!existsSync(locks)) return false;
  return readdirSync(locks, { recursive: true, encoding: "utf8" }).some((file) => {
    return path.basename(path.dirname(file)) === stack && file.endsWith(".json");
  });
}

/** Whether the engine that locked the stack is gone: it was killed, and what it did has to be recovered. */
export function hasAbandonedLock(
  folders: Pick<SandboxFolders, "backend" | "ledger">,
  stack: string,
): boolean {
  return isLocked(folders, stack) && !findSandboxProcesses(folders.ledger).some(({ isEngine }) => isEngine);
}
