import { spawn } from "node:child_process";
import { performance } from "node:perf_hooks";

/** What a command and everything that it started used. */
export interface ProcessTreeCost {
  /** User and system time of all processes of the tree. */
  cpuSeconds: number;
  wallSeconds: number;
}

export interface Command {
  file: string;
  args: readonly string[];
  cwd: string;
  env: NodeJS.ProcessEnv;
}

/**
 * Node reports the CPU time of its own process only, so bash's `times` reads the kernel's sum over all children
 * that were waited for. The engine waits for each plugin that it stops: no time is lost.
 */
const timed = '"$@" >/dev/null 2>&1; status=$?; times; exit $status';

/** @throws if the command exits with another code than 0: what failed early would look cheap. */
export async function measureProcessTree({ file, args, cwd, env }: Command): Promise<ProcessTreeCost> {
  const begin = performance.now();
  const { exitCode, stdout } = await new Promise<{ exitCode: number | null; stdout: string }>(
    (resolve, reject) => {
      const bash = spawn("bash", ["-c", timed, "bash", file, ...args], {
        cwd,
        env,
        stdio: ["ignore", "pipe", "inherit"],
      });
      let stdout = "";
      bash.stdout.setEncoding("utf8").on("data", (text: string) => {
        stdout += text;
      });
      bash.once("error", reject).once("close", (exitCode) => resolve({ exitCode, stdout }));
    },
  );
  const wallSeconds = (performance.now() - begin) / 1000;
  if (exitCode !== 0) throw new Error(`${file} ${args.join(" ")}: expected exit code 0, got ${exitCode}`);
  return { cpuSeconds: parseTimes(stdout), wallSeconds };
}

/** The children's user and system seconds from bash's `times`: its second line, as in `1m2.345s 0m0.678s`. */
export function parseTimes(output: string): number {
  const seconds = [...(output.split("\n")[1] ?? "").matchAll(/(\d+)m([\d.]+)s/g)].map(
    ([, minutes, seconds]) => Number(minutes) * 60 + Number(seconds),
  );
  const [user, system] = seconds;
  if (user === undefined || system === undefined) {
    throw new Error(`bash times: expected two lines of two times each, got ${JSON.stringify(output)}`);
  }
  return user + system;
}
