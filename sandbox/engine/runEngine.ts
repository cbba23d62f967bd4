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

/**
 * What each signal is passed on as. The engine ends in good order on SIGINT and SIGTERM only; a SIGHUP, which is
 * what a closed terminal sends, would end it at once and leave a lock and pending operations.
 */
const passedOn = { SIGINT: "SIGINT", SIGTERM: "SIGTERM", SIGHUP: "SIGTERM" } as const;
const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

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
    // Nobody would wait for it any more, nor could stop it from a terminal: it is in no group of the terminal's.
    const endGroup = () => child.pid !== undefined && process.kill(-child.pid, "SIGKILL");
    process.on("exit", endGroup);
    const release = () => {
      stopPassingOn();
      process.off("exit", endGroup);
    };
    const run: EngineRun = { exitCode: 0, stdout: "", stderr: "" };
    child.stdout?.setEncoding("utf8").on("data", (text: string) => {
      run.stdout += text;
    });
    child.stderr?.setEncoding("utf8").on("data", (text: string) => {
      run.stderr += text;
    });
    child.on("error", (error) => {
      release();
      reject(error);
    });
    child.on("close", (code, signal) => {
      release();
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
  const listeners = signals.map((signal) => {
    const listener = () => {
      if (!passed) passOn(passedOn[signal]);
      passed = true;
    };
    process.on(signal, listener);
    return () => process.off(signal, listener);
  });
  return () => {
    for (const stop of listeners) stop();
  };
}
