import { setTimeout as sleep } from "node:timers/promises";
import { findSandboxProcesses } from "./sandboxProcesses";

const defaultPatienceMs = 500;

/**
 * What a killed engine left running. Plugins end by themselves within a moment; whatever does not is ended,
 * since no engine listens to it any more.
 * @returns how many had to be ended
 * @throws when an engine is still at work
 */
export async function endLeftovers(ledger: string, patienceMs = defaultPatienceMs): Promise<number> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const processes = findSandboxProcesses(ledger);
    const engine = processes.find(({ isEngine }) => isEngine);
    if (engine !== undefined) {
      throw new Error(
        `an engine is at work on this sandbox (pid ${engine.pid}); wait until it ends, or stop it, then recover`,
      );
    }
    if (processes.length === 0) return 0;
    if (Date.now() > deadline) {
      for (const { pid } of processes) process.kill(pid, "SIGKILL");
      return processes.length;
    }
    await sleep(50);
  }
}
