import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import type { ProcessTreeCost } from "./processTree";

/** The kernel's unit of `utime` and `stime` in /proc: a hundredth of a second on every Linux that Node runs on. */
const tickSeconds = 0.01;

/** From `node .` in a pack's folder, as the engine starts it, to the port that it prints when it can be asked. */
export async function measurePackStart(folder: string, env: NodeJS.ProcessEnv): Promise<ProcessTreeCost> {
  const begin = performance.now();
  const pack = spawn("node", ["."], { cwd: folder, env, stdio: ["ignore", "pipe", "inherit"] });
  try {
    const printed = await new Promise<string>((resolve, reject) => {
      pack.once("error", reject);
      pack.once("exit", (code) =>
        reject(new Error(`${folder}: it ended with code ${code} before it was ready`)),
      );
      pack.stdout.setEncoding("utf8").once("data", resolve);
    });
    const wallSeconds = (performance.now() - begin) / 1000;
    if (!/^\d+\n/.test(printed))
      throw new Error(`${folder}: expected a port, got ${JSON.stringify(printed)}`);
    return { cpuSeconds: cpuSecondsOf(pack.pid), wallSeconds };
  } finally {
    pack.kill("SIGKILL");
  }
}

/** Fields 14 and 15 of /proc/<pid>/stat, the second field being a name in parentheses: man 5 proc_pid_stat. */
export function cpuSecondsOf(pid: number | undefined): number {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  const [utime, stime] = stat
    .slice(stat.lastIndexOf(")") + 2)
    .split(" ")
    .slice(11, 13)
    .map(Number);
  return ((utime ?? 0) + (stime ?? 0)) * tickSeconds;
}
