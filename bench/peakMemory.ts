import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import type { Command } from "./processTree";

/** Peak resident memory of a process tree. Linux only: it is read from /proc. */
export interface PeakMemory {
  /** The sum of every process's own peak, although not all peak at once: the tree never used more. */
  sumMiB: number;
  largestMiB: number;
  largestCommand: string;
  processes: number;
}

const sampleMilliseconds = 20;

/** Runs the command while sampling; a run of its own, because the sampling costs CPU time. */
export async function measurePeakMemory({ file, args, cwd, env }: Command): Promise<PeakMemory> {
  const child = spawn(file, [...args], { cwd, env, stdio: "ignore" });
  const peaks = new Map<number, { kiB: number; command: string }>();
  const timer = setInterval(() => {
    for (const pid of child.pid === undefined ? [] : processTree(child.pid)) {
      const kiB = peakOf(pid);
      if (kiB !== undefined) peaks.set(pid, { kiB, command: commandOf(pid) });
    }
  }, sampleMilliseconds);
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject).once("close", resolve);
  }).finally(() => clearInterval(timer));
  if (exitCode !== 0) throw new Error(`${file} ${args.join(" ")}: expected exit code 0, got ${exitCode}`);

  const sorted = [...peaks.values()].sort((a, b) => b.kiB - a.kiB);
  return {
    sumMiB: sorted.reduce((sum, { kiB }) => sum + kiB, 0) / 1024,
    largestMiB: (sorted[0]?.kiB ?? 0) / 1024,
    largestCommand: sorted[0]?.command ?? "",
    processes: sorted.length,
  };
}

function processTree(root: number): number[] {
  const children = new Map<number, number[]>();
  for (const entry of readdirSync("/proc")) {
    const pid = Number(entry);
    if (!Number.isInteger(pid)) continue;
    const parent = Number(/^PPid:\s*(\d+)$/m.exec(read(`/proc/${pid}/status`))?.[1]);
    children.set(parent, [...(children.get(parent) ?? []), pid]);
  }
  const below = (pid: number): number[] => [pid, ...(children.get(pid) ?? []).flatMap(below)];
  return below(root);
}

function peakOf(pid: number): number | undefined {
  const peak = /^VmHWM:\s*(\d+) kB$/m.exec(read(`/proc/${pid}/status`))?.[1];
  return peak === undefined ? undefined : Number(peak);
}

function commandOf(pid: number): string {
  return read(`/proc/${pid}/cmdline`).replaceAll("\0", " ").trim();
}

/** Empty when the process has ended meanwhile. */
function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
