import { spawn } from "node:child_process";
import { constants } from "node:os";
import type { EngineCli } from "./engineCli";

/** Where the engine's two streams go: to ours, nowhere, or into the result. */
export interface EngineOutput {
  stdout: "inherit" | "ignore" | "capture";
  stderr: "inherit" | "ignore" | "capture";
}

export interface EngineRun {
  /** The engine's own; 128 + n when signal n ended it, as a shell reports it. */
  exitCode: number;
  /** Empty unless captured. */
  stdout: string;
  stderr: string;
}

const passedOn = ["SIGINT", "SIGTERM"] as const;

/** Runs `pulumi <args>` in `cwd` with `env` and nothing else of ours, to its end. */
export function runEngine(
  cli: EngineCli,
  args: readonly string[],
  options: { cwd: string; env: Readonly<Record<string, string>>; output: EngineOutput },
): Promise<EngineRun> {
  const { cwd, env, output } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(cli.executable, args, {
      cwd,
      env,
      stdio: ["inherit", stream(output.stdout), stream(output.stderr)],
      // A group of its own. On Ctrl-C the terminal signals npm, us and the engine at once, and npm signals us
      // again; the engine takes a second signal as "stop now and lose track", so it gets exactly one, from us.
      detached: true,
    });
    const stopPassingOn = passOnFirstSignal((signal) => child.kill(signal));
    const run: EngineRun = { exitCode: 0, stdout: "", stderr: "" };
    child.stdout?.setEncoding("utf8").on("data", (text: string) => {
      run.stdout += text;
    });
    child.stderr?.setEncoding("utf8").on("data", (text: string) => {
      run.stderr += text;
    });
    child.on("error", (error) => {
      stopPassingOn();
      reject(error);
    });
    child.on("close", (code, signal) => {
      stopPassingOn();
      resolve({ ...run, exitCode: code ?? 128 + (signal === null ? 0 : constants.signals[signal]) });
    });
  });
}

function stream(where: "inherit" | "ignore" | "capture"): "inherit" | "ignore" | "pipe" {
  return where === "capture" ? "pipe" : where;
}

/** @returns a function that stops listening */
function passOnFirstSignal(passOn: (signal: NodeJS.Signals) => void): () => void {
  let passed = false;
  const listener = (signal: NodeJS.Signals) => {
    if (!passed) passOn(signal);
    passed = true;
  };
  for (const signal of passedOn) process.on(signal, listener);
  return () => {
    for (const signal of passedOn) process.off(signal, listener);
  };
}
