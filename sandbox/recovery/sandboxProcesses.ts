import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

export interface SandboxProcess {
  pid: number;
  /** The engine itself; else a language host, a program, a plugin or a policy pack of one. */
  isEngine: boolean;
}

/**
 * Every process that works on this ledger, whoever started it: the engine hands BAKELINE_LEDGER down to all. A
 * pid in the lock file would not do: plugins outlive a killed engine for a moment, and pids are used again.
 */
export function findSandboxProcesses(ledger: string): readonly SandboxProcess[] {
  const mark = `BAKELINE_LEDGER=${ledger}`;
  return (existsSync("/proc/self/environ") ? fromProc(mark) : fromPs(mark)).filter(
    ({ pid }) => pid !== process.pid,
  );
}

function fromProc(mark: string): readonly SandboxProcess[] {
  return readdirSync("/proc").flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    const environment = readNulSeparated(`/proc/${name}/environ`);
    if (!environment.includes(mark)) return [];
    const [command = ""] = readNulSeparated(`/proc/${name}/cmdline`);
    return [{ pid: Number(name), isEngine: isEngine(command) }];
  });
}

/** Where there is no /proc (macOS): `-E` appends the environment to the command. */
function fromPs(mark: string): readonly SandboxProcess[] {
  const lines = execFileSync("ps", ["-Aww", "-E", "-o", "pid=,command="], { encoding: "utf8" }).split("\n");
  return lines.flatMap((line) => {
    const [, pid, command = ""] = /^\s*(\d+)\s+(\S+)/.exec(line) ?? [];
    return pid !== undefined && `${line} `.includes(` ${mark} `)
      ? [{ pid: Number(pid), isEngine: isEngine(command) }]
      : [];
  });
}

function isEngine(command: string): boolean {
  return path.basename(command) === "pulumi";
}

/** Empty for a process that ended meanwhile, a zombie, or one of another user. */
function readNulSeparated(file: string): readonly string[] {
  try {
    return readFileSync(file, "utf8").split("\0");
  } catch {
    return [];
  }
}
