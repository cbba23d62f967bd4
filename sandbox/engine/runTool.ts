import { spawn } from "node:child_process";

export interface ToolRun {
  /** -1 when the tool could not be started or was stopped at the time limit. */
  exitCode: number;
  stdout: string;
  stderr: string;
}

export interface ToolOptions {
  cwd?: string;
  env: Readonly<Record<string, string>>;
  timeLimitMs?: number;
}

/** Runs a program to its end and collects what it says. Never throws: a tool that is missing is an answer too. */
export function runTool(command: string, args: readonly string[], options: ToolOptions): Promise<ToolRun> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: options.env,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let stdout = "";
    let stderr = "";
    child.stdout.on("data", (chunk: Buffer) => {
      stdout += chunk.toString();
    });
    child.stderr.on("data", (chunk: Buffer) => {
      stderr += chunk.toString();
    });
    const limit =
      options.timeLimitMs === undefined
        ? undefined
        : setTimeout(() => child.kill("SIGKILL"), options.timeLimitMs);
    const end = (exitCode: number, extra = "") => {
      clearTimeout(limit);
      resolve({ exitCode, stdout, stderr: stderr + extra });
    };
    child.on("error", (error) => end(-1, error.message));
    child.on("close", (code) =>
      end(code ?? -1, code === null ? `\nstopped after ${options.timeLimitMs} ms` : ""),
    );
  });
}
