import { spawn } from "node:child_process";
import { statSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { ENDPOINT_VARIABLE, serveAccount } from "../../sandbox/awsEndpoint";
import { findSandboxProcesses } from "../../sandbox/recovery/sandboxProcesses";
import type { Sandbox } from "../../sandbox/sandbox";
import type { KillMoment } from "./killMoment";

export type EndOfEngine = { kind: "killed" } | { kind: "finished"; exitCode: number; output: string };

/** Runs `pulumi <args>` and kills it at the moment, unless it is done before that comes. */
export async function runAndKill(
  sandbox: Sandbox,
  args: readonly string[],
  moment: KillMoment,
  checkpoint: string,
): Promise<EndOfEngine> {
  const fault: Record<string, string> =
    moment.kind === "fault" ? { BAKELINE_SANDBOX_KILL: moment.point } : {};
  const endpoint = await serveAccount(sandbox.folders, {});
  const child = spawn(sandbox.cli.executable, args, {
    cwd: sandbox.folders.project,
    env: { ...sandbox.environment, ...fault, [ENDPOINT_VARIABLE]: endpoint.url },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  const firstWrite = statSync(checkpoint).mtimeMs;
  let ended = false;
  // Not `close`: a plugin that outlives the engine holds its streams open.
  const end = new Promise<EndOfEngine>((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (exitCode, signal) => {
      ended = true;
      endpoint.close();
      resolve(
        signal === "SIGKILL" ? { kind: "killed" } : { kind: "finished", exitCode: exitCode ?? -1, output },
      );
    });
  });
  if (moment.kind === "clock") {
    while (!ended && statSync(checkpoint).mtimeMs === firstWrite) await sleep(5);
    await Promise.race([end, sleep(moment.afterMs)]);
    if (!ended && child.pid !== undefined) kill(moment.whole ? familyOf(sandbox, child.pid) : [child.pid]);
  }
  return end;
}

/** Children first: none sees its parent die before it. */
function familyOf(sandbox: Sandbox, engine: number): readonly number[] {
  const others = findSandboxProcesses(sandbox.folders.ledger).map(({ pid }) => pid);
  return [...others.filter((pid) => pid !== engine), engine];
}

function kill(pids: readonly number[]): void {
  for (const pid of pids) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // It ended by itself between the look and the blow.
    }
  }
}
